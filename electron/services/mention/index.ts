import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';

function toCome(): never {
  throw new Error('to come');
}

export const mentionHandlers = {
  'mention.ofEntity': () => toCome(),
  'mention.inExhibit': () => toCome(),
  'mention.decide': () => toCome(),
} satisfies Handlers<Extract<OperationName, `mention.${string}`>>;
