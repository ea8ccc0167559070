import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';

function toCome(): never {
  throw new Error('to come');
}

export const mapHandlers = {
  'map.features': () => toCome(),
} satisfies Handlers<Extract<OperationName, `map.${string}`>>;
