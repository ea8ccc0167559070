/** The only code that sees `window.probatum`. */
export { call } from './call.ts';
export { CallFailed, reportOf } from './callFailed.ts';
export { connectToCore, listenToCore, setLink } from './connection.ts';
export { type CoreLink, PortLink } from './coreLink.ts';
export { desktop, grantDropped, listenToMenu } from './desktop.ts';
export { noPages, rowAt } from './rowPages.ts';
export { RowSource, type RowSourceState } from './rowSource.ts';
export { useRowRefresh } from './useRowRefresh.ts';
export { type CommandHandle, useCommand } from './useCommand.ts';
export { useCoreEvent } from './useCoreEvent.ts';
export { useJob, useJobs } from './useJobs.ts';
export { type QueryOptions, type QueryResult, useQuery } from './useQuery.ts';
