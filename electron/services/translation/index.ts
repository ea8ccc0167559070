import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
import {
  linkTranslation,
  listForExhibit,
  restoreTranslation,
  summariseTranslations,
  withdrawTranslation,
  writeTranslation,
} from './translationService.ts';

export const translationHandlers = {
  'translation.summarise': summariseTranslations,
  'translation.listForExhibit': listForExhibit,
  'translation.write': writeTranslation,
  'translation.link': linkTranslation,
  'translation.withdraw': withdrawTranslation,
  'translation.restore': restoreTranslation,
} satisfies Handlers<Extract<OperationName, `translation.${string}`>>;
