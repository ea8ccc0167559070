/** Gives what was refused again: a file that was locked, unplugged or half written may be readable now. */
import type { OutputOf, ParsedInputOf } from '../../../shared/contract/index.ts';
import { ProbatumError } from '../../../shared/kernel/errors.ts';
import { findJob } from '../../jobs/jobSql.ts';
import { started } from '../handlers.ts';
import type { HostContext } from '../host.ts';
import { refusedPaths } from './admissionSql.ts';
import { AdmitInput } from './admitExhibits.ts';

/** Only paths that were given before can be given again. @throws not-found */
export function retryRefused(
  host: HostContext,
  { jobId, paths }: ParsedInputOf<'exhibit.retryRefused'>,
): OutputOf<'exhibit.retryRefused'> {
  const { db } = host.session.queryContext();
  const former = findJob(db, jobId);
  if (former?.kind !== 'exhibit.admit') throw new ProbatumError('not-found', { what: 'admission', id: jobId });
  const { caseId, defaults } = AdmitInput.parse(former.input);
  const refused = refusedPaths(db, jobId);
  const chosen = paths === undefined ? null : new Set(paths);
  const roots = chosen === null ? refused : refused.filter(path => chosen.has(path));
  if (roots.length === 0) throw new ProbatumError('not-found', { what: 'refused file', id: paths?.[0] ?? jobId });
  const title = roots.length === 1 ? 'Giving a refused file again' : `Giving ${roots.length} refused files again`;
  return started(host.startJob('exhibit.admit', title, { caseId, roots, defaults }));
}
