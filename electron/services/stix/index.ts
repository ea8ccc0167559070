import type { OperationName } from '../../../shared/contract/index.ts';
import { requireCase } from '../case/index.ts';
import { type Handlers, started } from '../handlers.ts';
import { ExportInput, exportStix, preFlightOfStix } from './exportStix.ts';

export const stixJobs = {
  'stix.export': { input: ExportInput, run: exportStix },
};

export const stixHandlers = {
  'stix.preFlight': preFlightOfStix,
  'stix.export': (host, { to, ...input }) => {
    const path = host.grants.placeOf(to);
    requireCase(host.session.queryContext().db, input.caseId);
    return started(host.startJob('stix.export', `Exporting STIX to “${to.name}”`, { ...input, path }));
  },
} satisfies Handlers<Extract<OperationName, `stix.${string}`>>;
