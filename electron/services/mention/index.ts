/** Where exhibits seem to name what the vault knows; found anew whenever it is asked for, and only decisions are kept. */
import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
import { decideMention } from './decideMention.ts';
import { mentionsInExhibit, mentionsOfEntity } from './findMentions.ts';

export const mentionHandlers = {
  'mention.ofEntity': mentionsOfEntity,
  'mention.inExhibit': mentionsInExhibit,
  'mention.decide': decideMention,
} satisfies Handlers<Extract<OperationName, `mention.${string}`>>;
