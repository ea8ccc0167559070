import type { OperationName } from '../../../shared/contract/index.ts';
import { requireCase } from '../case/index.ts';
import { type Handlers, started } from '../handlers.ts';
import { receivedLogs } from './custodySql.ts';
import { custodyHead, listCustody, verifyCustody } from './custodyService.ts';
import { exportCustody, ExportInput, preFlightOfCustody } from './exportCase.ts';

export { recordCustody, sha256Hex, verifyCustody } from './custodyService.ts';
export { chainOf, custodyChain, custodyHead, receivedLogs } from './custodySql.ts';

export const custodyJobs = {
  'custody.export': { input: ExportInput, run: exportCustody },
};

export const custodyHandlers = {
  'custody.list': listCustody,
  'custody.logs': ctx => receivedLogs(ctx.db),
  'custody.head': ctx => custodyHead(ctx.db),
  'custody.verify': verifyCustody,
  'custody.preFlight': preFlightOfCustody,
  'custody.export': (host, { to, ...input }) => {
    const path = host.grants.placeOf(to);
    requireCase(host.session.queryContext().db, input.caseId);
    return started(host.startJob('custody.export', `Exporting the custody log to “${to.name}”`, { ...input, path }));
  },
} satisfies Handlers<Extract<OperationName, `custody.${string}`>>;
