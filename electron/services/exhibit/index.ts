import type { OperationName } from '../../../shared/contract/index.ts';
import { requireCase, requireOfCase } from '../case/index.ts';
import { type Handlers, started } from '../handlers.ts';
import { requireSource } from '../source/index.ts';
import { AdmitInput, admitExhibits, ExtractInput, extractExhibits } from './admitExhibits.ts';
import { drawPage } from './drawPage.ts';
import { retryRefused } from './retryRefused.ts';
import { exhibitFacets } from './exhibitListSql.ts';
import {
  changeExhibits,
  getExhibit,
  listAdmissionRows,
  listExhibits,
  markOpened,
  readBytes,
  readPageLabels,
  readPages,
  readRendition,
  requireExhibit,
  restoreExhibit,
  withdrawExhibit,
} from './exhibitService.ts';

export { admitDocument } from './admitDocument.ts';
export { admitExhibits, readWithAttachments } from './admitExhibits.ts';
export { caseFigures, newestExhibits, publishedDates } from './exhibitListSql.ts';
export { requireExhibit } from './exhibitService.ts';
export { GivenFileRefused, readGiven } from './openGiven.ts';
export { exhibitsOfCase, findExhibit, findExhibitByNumber, findExhibitOfDocument } from './exhibitSql.ts';
export { deleteRendition, insertReceivedRendition } from './receivedRendition.ts';
export {
  currentRenditionOf,
  dropUnfinishedRendition,
  pageLabelsOf,
  pagesOf,
  unfinishedRenditions,
} from './renditionSql.ts';

export const exhibitJobs = {
  'exhibit.admit': { input: AdmitInput, run: admitExhibits },
  'exhibit.extract': { input: ExtractInput, run: extractExhibits },
};

export const exhibitHandlers = {
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
  'exhibit.list': listExhibits,
  'exhibit.facets': (ctx, { caseId }) => exhibitFacets(ctx.db, caseId),
  'exhibit.get': getExhibit,
  'exhibit.rendition': readRendition,
  'exhibit.pages': readPages,
  'exhibit.pageLabels': readPageLabels,
  'exhibit.read': readBytes,
  'exhibit.update': changeExhibits,
  'exhibit.markOpened': markOpened,
  'exhibit.withdraw': withdrawExhibit,
  'exhibit.restore': restoreExhibit,
  'exhibit.extract': (host, { password, ...input }) => {
    const { db } = host.session.queryContext();
    for (const id of input.exhibitIds) requireOfCase('exhibit', requireExhibit(db, id).caseId, input.caseId);
    const title =
      input.exhibitIds.length === 1 ? 'Reading an exhibit again' : `Reading ${input.exhibitIds.length} exhibits again`;
    return started(host.startJob('exhibit.extract', title, input, password));
  },
  'exhibit.draw': drawPage,
} satisfies Handlers<Exclude<Extract<OperationName, `exhibit.${string}`>, 'exhibit.dependents' | 'exhibit.export'>>;
