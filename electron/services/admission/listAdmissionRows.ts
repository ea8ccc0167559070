/** What became of each path that was given to one admission. */
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import type { QueryContext } from '../context.ts';
import { countAdmissions, listAdmissions } from './admissionSql.ts';

export function listAdmissionRows(
  ctx: QueryContext,
  { jobId, only, limit, offset }: ParsedInputOf<'exhibit.admissions'>,
): OutputOf<'exhibit.admissions'> {
  const counts = countAdmissions(ctx.db, jobId);
  const total = only === 'all' ? counts.admitted + counts.linked + counts.refused : counts[only];
  return { rows: listAdmissions(ctx.db, jobId, only, limit, offset), total, ...counts };
}
