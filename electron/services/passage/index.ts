import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
import {
  changePassage,
  getPassage,
  listForCase,
  listForExhibit,
  markPassage,
  restorePassage,
  withdrawPassage,
} from './passageService.ts';
import { listOrphans, reanchorPassage } from './settleOrphan.ts';

export { readTranslation, translationsOfPassage } from './passageTranslation.ts';
export { reanchorPassages } from './reanchorPassages.ts';
export { markOnce, markPassage, requirePassage, withdrawPassage } from './passageService.ts';
export { findPassage, passageAt, passagesOfCase } from './passageSql.ts';

export const passageHandlers = {
  'passage.listForExhibit': listForExhibit,
  'passage.listForCase': listForCase,
  'passage.get': getPassage,
  'passage.orphans': listOrphans,
  'passage.reanchor': reanchorPassage,
  'passage.mark': markPassage,
  'passage.update': changePassage,
  'passage.withdraw': withdrawPassage,
  'passage.restore': restorePassage,
} satisfies Handlers<Extract<OperationName, `passage.${string}`>>;
