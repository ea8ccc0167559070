import type { OperationName } from '../../../shared/contract/index.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { requireCase, requireOfCase } from '../case/index.ts';
import { requireExhibit } from '../exhibit/index.ts';
import { type Handlers, started } from '../handlers.ts';
import { ExportInput, exportReferences, preFlightOfReferences } from './exportReferences.ts';
import { ImportInput, importReferences } from './importReferences.ts';
import { importsOfCase } from './referenceSql.ts';
import {
  acceptReferences,
  listReferences,
  referenceOfExhibit,
  rejectReferences,
  reopenReferences,
  writeReference,
} from './referenceService.ts';

export { factsOf } from './exhibitFacts.ts';
export { concealItem } from './exportReferences.ts';
export { currentRecords } from './referenceSql.ts';
export { writePieces, type WrittenPieces } from './writePieces.ts';

export const referenceJobs = {
  'reference.import': { input: ImportInput, run: importReferences },
  'reference.export': { input: ExportInput, run: exportReferences },
};

export const referenceHandlers = {
  'reference.ofExhibit': referenceOfExhibit,
  'reference.write': writeReference,
  'reference.imports': (ctx, { caseId }) => importsOfCase(ctx.db, caseId),
  'reference.items': listReferences,
  'reference.accept': acceptReferences,
  'reference.reject': rejectReferences,
  'reference.reopen': reopenReferences,
  'reference.preFlight': preFlightOfReferences,
  'reference.import': (host, { caseId, exhibitId }) => {
    const exhibit = requireExhibit(host.session.queryContext().db, exhibitId);
    requireOfCase('exhibit', exhibit.caseId, caseId);
    const input = { caseId, exhibitId, importId: host.session.newId('imp') };
    return started(
      host.startJob('reference.import', `Reading references from ${exhibitNumber(exhibit.number)}`, input),
    );
  },
  'reference.export': (host, { to, ...input }) => {
    const path = host.grants.placeOf(to);
    requireCase(host.session.queryContext().db, input.caseId);
    return started(host.startJob('reference.export', `Exporting references to “${to.name}”`, { ...input, path }));
  },
} satisfies Handlers<Extract<OperationName, `reference.${string}`>>;
