import type { OperationName } from '../../../shared/contract/index.ts';
import type { Handlers } from '../handlers.ts';
import { drawPage } from './drawPage.ts';
import { exhibitFacets } from './exhibitListSql.ts';
import {
  changeExhibits,
  getExhibit,
  listExhibits,
  markOpened,
  readBytes,
  readPageLabels,
  readPages,
  readRendition,
  restoreExhibit,
  withdrawExhibit,
} from './exhibitService.ts';

export { RenditionWriter } from './renditionWriter.ts';
export { caseFigures, newestExhibits, publishedDates } from './exhibitListSql.ts';
export { requireExhibit, restoreExhibit, changeExhibits } from './exhibitService.ts';
export {
  exhibitsOfCase,
  findExhibit,
  findExhibitByNumber,
  findExhibitOfDocument,
  depthOf,
  exhibitIdsOfDocument,
  insertCopy,
  insertExhibit,
  setReading,
  titleFromDocument,
  waitingExhibits,
} from './exhibitSql.ts';
export { deleteRendition, insertReceivedRendition } from './receivedRendition.ts';
export {
  currentRenditionOf,
  dropUnfinishedRendition,
  pageLabelsOf,
  pagesOf,
  unfinishedRenditions,
  blockOfPage,
  blockOfRendition,
  hasText,
  pageIdsOfBlock,
} from './renditionSql.ts';

export const exhibitHandlers = {
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
  'exhibit.draw': drawPage,
} satisfies Handlers<
  Exclude<
    Extract<OperationName, `exhibit.${string}`>,
    | 'exhibit.dependents'
    | 'exhibit.export'
    | 'exhibit.admit'
    | 'exhibit.retryRefused'
    | 'exhibit.admissions'
    | 'exhibit.extract'
  >
>;
