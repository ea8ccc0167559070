import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';

function toCome(): never {
  throw new Error('to come');
}

export const chartHandlers = {
  'chart.graph': () => toCome(),
  'chart.views': () => toCome(),
  'chart.saveView': () => toCome(),
  'chart.withdrawView': () => toCome(),
} satisfies Handlers<Extract<OperationName, `chart.${string}`>>;
