/** The case on one page: looks across concepts, so that the case itself need not know them. */
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { requireCase } from '../case/index.ts';
import type { QueryContext } from '../context.ts';
import { custodyHead } from '../custody/index.ts';
import { caseFigures, newestExhibits, publishedDates } from '../exhibit/index.ts';
import { listFindings } from '../finding/index.ts';
import type { Handlers } from '../handlers.ts';

function overviewCase(ctx: QueryContext, { caseId }: ParsedInputOf<'case.overview'>): OutputOf<'case.overview'> {
  const head = custodyHead(ctx.db);
  return {
    case: requireCase(ctx.db, caseId),
    ...caseFigures(ctx.db, caseId),
    findings: listFindings(ctx, { caseId }).map(({ id, number, title, status, missing }) => ({
      id,
      number,
      title,
      status,
      missing,
    })),
    newest: newestExhibits(ctx.db, caseId, 6),
    chronology: publishedDates(ctx.db, caseId),
    custodyHead: head.hash,
    custodyCount: head.count,
  };
}

export const overviewHandlers = { 'case.overview': overviewCase } satisfies Handlers<'case.overview'>;
