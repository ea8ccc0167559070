import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';

function toCome(): never {
  throw new Error('to come');
}

export const figureHandlers = {
  'figure.list': () => toCome(),
  'figure.picture': () => toCome(),
  'figure.add': () => toCome(),
  'figure.update': () => toCome(),
  'figure.save': () => toCome(),
  'figure.withdraw': () => toCome(),
  'figure.restore': () => toCome(),
} satisfies Handlers<Extract<OperationName, `figure.${string}`>>;
