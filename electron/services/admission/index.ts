/** Evidence in: files become documents and exhibits, and are read; what was refused is on record. */
import type { OperationName } from '../../../shared/contract/index.ts';
import { requireCase, requireOfCase } from '../case/index.ts';
import { requireExhibit } from '../exhibit/index.ts';
import { type Handlers, started } from '../handlers.ts';
import { requireSource } from '../source/index.ts';
import { AdmitInput, admitExhibits, ExtractInput, extractExhibits } from './admitExhibits.ts';
import { listAdmissionRows } from './listAdmissionRows.ts';
import { retryRefused } from './retryRefused.ts';

export { admitDocument } from './admitDocument.ts';
export { admitExhibits, readWithAttachments } from './admitExhibits.ts';
export { GivenFileRefused, readGiven } from './openGiven.ts';

export const admissionJobs = {
  'exhibit.admit': { input: AdmitInput, run: admitExhibits },
  'exhibit.extract': { input: ExtractInput, run: extractExhibits },
};

export const admissionHandlers = {
  'exhibit.admit': (host, { caseId, from, defaults }) => {
    const { db } = host.session.queryContext();
    requireCase(db, caseId);
    if (defaults.sourceId) requireSource(db, defaults.sourceId);
    const roots = from.map(path => host.grants.pathOf(path));
    const name = from.length === 1 ? `“${from[0]?.name}”` : `${from.length} files and folders`;
    return started(host.startJob('exhibit.admit', `Admitting ${name}`, { caseId, roots, defaults }));
  },
  'exhibit.retryRefused': retryRefused,
  'exhibit.admissions': listAdmissionRows,
  'exhibit.extract': (host, { password, ...input }) => {
    const { db } = host.session.queryContext();
    for (const id of input.exhibitIds) requireOfCase('exhibit', requireExhibit(db, id).caseId, input.caseId);
    const title =
      input.exhibitIds.length === 1 ? 'Reading an exhibit again' : `Reading ${input.exhibitIds.length} exhibits again`;
    return started(host.startJob('exhibit.extract', title, input, password));
  },
} satisfies Handlers<
  Extract<OperationName, 'exhibit.admit' | 'exhibit.retryRefused' | 'exhibit.admissions' | 'exhibit.extract'>
>;
