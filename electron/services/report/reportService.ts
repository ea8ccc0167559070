import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { PreFlight } from '../../../shared/contract/report.ts';
import { compileReport } from '../../../shared/domain/report/index.ts';
import type { QueryContext } from '../context.ts';
import { readMeta } from '../vault/index.ts';
import { type Compilation, gatherReport } from './gatherReport.ts';
import { preFlightOfReport } from './preFlightOfReport.ts';

/** A preview bears the name of whoever would compile it now. */
export function compilationNow(ctx: QueryContext): Compilation {
  return { compiledAt: ctx.now(), compiledBy: readMeta(ctx.db).get('person') ?? '' };
}

export function previewReport(
  ctx: QueryContext,
  selection: ParsedInputOf<'report.preview'>,
): OutputOf<'report.preview'> {
  const { input, concealer } = gatherReport(ctx.db, selection, compilationNow(ctx));
  const { document, problems } = compileReport(input);
  return { document: concealer.concealIn(document), problems };
}

export function preFlightReport(ctx: QueryContext, selection: ParsedInputOf<'report.preFlight'>): PreFlight {
  return preFlightOfReport(gatherReport(ctx.db, selection, compilationNow(ctx)));
}
