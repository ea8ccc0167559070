import type { OperationName } from '../../../shared/contract/index.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { requireCase, requireOfCase } from '../case/index.ts';
import { requireExhibit } from '../exhibit/index.ts';
import { type Handlers, started } from '../handlers.ts';
import { exportEntities, ExportInput, preFlightOfEntities, requireWritable } from './exportJob.ts';
import { importEntities, ImportInput } from './importJob.ts';
import { importsOfCase, savedMappings, saveMapping } from './importSql.ts';
import { previewExhibit } from './previewExhibit.ts';

export { emptyEntities } from './emptyEntities.ts';
export { leavingEntities } from './leavingEntities.ts';
export { leavingIds, type LeavingId, leavingStatements, type LeavingStatement } from './leavingSql.ts';
export { importsOfCase } from './importSql.ts';
export {
  type EntitiesTold,
  type EntityChoice,
  type EntityPlan,
  planEntities,
  readThrough,
  selectionWords,
  strictestOf,
  tellEntities,
} from './planEntities.ts';

export const interchangeJobs = {
  'interchange.import': { input: ImportInput, run: importEntities },
  'interchange.export': { input: ExportInput, run: exportEntities },
};

export const interchangeHandlers = {
  'interchange.preview': previewExhibit,
  'interchange.mappings': ctx => savedMappings(ctx.db),
  'interchange.saveMapping': (ctx, given) => {
    const saved = { ...given, id: ctx.newId('map'), savedAt: ctx.now() };
    saveMapping(ctx.db, saved);
    return saved;
  },
  'interchange.imports': (ctx, { caseId }) => importsOfCase(ctx.db, caseId),
  'interchange.import': (host, input) => {
    const { db } = host.session.queryContext();
    const exhibit = requireExhibit(db, input.exhibitId);
    requireOfCase('exhibit', exhibit.caseId, input.caseId);
    const importId = host.session.newId('imp');
    const title = `Importing entities from ${exhibitNumber(exhibit.number)}`;
    return started(host.startJob('interchange.import', title, { ...input, importId }));
  },
  'interchange.preFlight': preFlightOfEntities,
  'interchange.export': (host, { format, to, ...given }) => {
    const path = host.grants.placeOf(to);
    requireCase(host.session.queryContext().db, given.caseId);
    const input = { ...given, format: requireWritable('interchange.export', format), path };
    return started(host.startJob('interchange.export', `Exporting entities to “${to.name}”`, input));
  },
} satisfies Handlers<Extract<OperationName, `interchange.${string}`>>;
