import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
const later = (): never => { throw new Error('report is being written'); };
export const reportJobs = {};
export const reportHandlers = { 'report.preview': later, 'report.preFlight': later, 'report.compile': later, 'report.editions': () => [] } satisfies Handlers<Extract<OperationName, `report.${string}`>>;
