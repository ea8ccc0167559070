import type { OperationName } from '../../../shared/contract/index.ts';
import { requireCase } from '../case/index.ts';
import { type Handlers, started } from '../handlers.ts';
import { compilationNow } from '../report/index.ts';
import { exportBundle, ExportInput } from './exportBundle.ts';
import { gatherBundle } from './gatherBundle.ts';
import { preFlightOfBundle } from './preFlightOfBundle.ts';

export { CustodyCheck, type CustodyVerdict } from './custodyCheck.ts';

export const bundleJobs = {
  'bundle.export': { input: ExportInput, run: exportBundle },
};

export const bundleHandlers = {
  'bundle.preFlight': async ({ session }, selection) => {
    const ctx = session.queryContext();
    return preFlightOfBundle(ctx.db, await gatherBundle(ctx.db, selection, compilationNow(ctx)));
  },
  'bundle.export': (host, { to, ...selection }) => {
    const path = host.grants.placeOf(to);
    requireCase(host.session.connection.readable, selection.caseId);
    return started(host.startJob('bundle.export', `Exporting “${to.name}”`, { ...selection, path }));
  },
} satisfies Handlers<Extract<OperationName, `bundle.${string}`>>;
