import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
import { getDeparture, listDepartures } from './departureService.ts';
import { askDisclosure, confirmDisclosure, listDisclosures, takeBackDisclosure } from './disclosureService.ts';
import { exportExhibit } from './exportExhibit.ts';
import { saveList } from './saveList.ts';

export { type DepartureDraft, digestOfList, recordDeparture } from './departureService.ts';
export { requireDisclosed } from './disclosureService.ts';
export { exhibitTraces } from './exhibitTraces.ts';
export { recipientsOf } from './recipientsOf.ts';
export { requireAudience } from './requireAudience.ts';
export { type GoingExhibits, namesThatStay } from './namesThatStay.ts';
export { type Withheld, type Withholding, withholdingOf } from './withholding.ts';

export const departureHandlers = {
  'departure.list': listDepartures,
  'departure.get': getDeparture,
  'departure.saveList': saveList,
  'departure.askDisclosure': askDisclosure,
  'departure.confirmDisclosure': confirmDisclosure,
  'departure.takeBackDisclosure': takeBackDisclosure,
  'departure.disclosures': listDisclosures,
  'exhibit.export': exportExhibit,
} satisfies Handlers<Extract<OperationName, `departure.${string}`> | 'exhibit.export'>;
