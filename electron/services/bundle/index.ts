import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
const later = (): never => { throw new Error('bundle is being written'); };
export const bundleJobs = {};
export const bundleHandlers = { 'bundle.preFlight': later, 'bundle.export': later } satisfies Handlers<Extract<OperationName, `bundle.${string}`>>;
