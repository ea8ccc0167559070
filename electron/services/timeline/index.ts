import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';

function toCome(): never {
  throw new Error('to come');
}

export const timelineHandlers = {
  'timeline.items': () => toCome(),
} satisfies Handlers<Extract<OperationName, `timeline.${string}`>>;
