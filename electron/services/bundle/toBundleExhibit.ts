/** Exhibits as they go: whole, or, where they stay, by number, grade, mark and digest alone. */
import { type BundleExhibit, withheldProblem } from '../../../shared/domain/bundle.ts';
import { textBlocksOf } from '../../../shared/domain/bundle/textBlocks.ts';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { printedSourceName } from '../../../shared/domain/source.ts';
import type { ReadableDb } from '../../db/handles.ts';
import { pageLabelsOf } from '../exhibit/index.ts';
import { concealItem, currentRecords } from '../reference/index.ts';
import { exhibitFileName } from './exhibitFile.ts';
import { pageMeasures } from './exhibitPagesSql.ts';
import type { GatheredBundle } from './gatherBundle.ts';

export function bundleExhibits(db: ReadableDb, gathered: GatheredBundle): BundleExhibit[] {
  const { exhibits, input, concealer } = gathered;
  const records = currentRecords(db, input.case.id);
  const sources = new Map(gathered.sources.map(source => [source.id, source]));
  const numbers = new Map(exhibits.map(exhibit => [exhibit.id, exhibitNumber(exhibit.number)]));
  return exhibits.map(exhibit => {
    const source = exhibit.sourceId ? sources.get(exhibit.sourceId) : undefined;
    const common = {
      id: exhibit.id,
      number: exhibitNumber(exhibit.number),
      documentSha256: exhibit.sha256,
      sizeBytes: exhibit.sizeBytes,
      mediaType: exhibit.mediaType,
      source: source ? { id: source.id, name: printedSourceName(source), reliability: source.reliability } : null,
      publishedOn: exhibit.publishedOn,
      handlingMark: exhibit.handlingMark,
      authenticity: exhibit.authenticity,
      isObservation: exhibit.isObservation,
      parentNumber: (exhibit.parentId && numbers.get(exhibit.parentId)) || null,
    };
    const why = input.withheld.get(exhibit.id);
    if (why !== undefined) return { ...common, ...withheldExhibit(why) };
    const record = records.get(exhibit.id);
    return { ...common, ...wholeExhibit(db, exhibit), ...(record ? { record: concealItem(record, concealer) } : {}) };
  });
}

type Described = Pick<
  BundleExhibit,
  | 'title'
  | 'fileName'
  | 'obtained'
  | 'languages'
  | 'authenticityNote'
  | 'pageCount'
  | 'pageLabels'
  | 'hasText'
  | 'textBlocks'
  | 'boxBlocks'
  | 'problem'
>;

function wholeExhibit(db: ReadableDb, exhibit: Exhibit): Described {
  const { renditionId } = exhibit;
  const hasText = renditionId !== null && exhibit.reading === 'read';
  return {
    title: exhibit.title,
    fileName: exhibitFileName(exhibit),
    obtained: { how: exhibit.obtainedHow, on: exhibit.obtainedOn, by: exhibit.obtainedBy },
    languages: exhibit.languages,
    authenticityNote: exhibit.authenticityNote,
    pageCount: exhibit.pageCount,
    pageLabels: renditionId ? withoutEmptyEnd(pageLabelsOf(db, renditionId)) : [],
    hasText,
    ...(hasText ? blocksOf(db, renditionId) : {}),
    problem: exhibit.problem,
  };
}

function blocksOf(
  db: ReadableDb,
  renditionId: NonNullable<Exhibit['renditionId']>,
): Pick<Described, 'textBlocks' | 'boxBlocks'> {
  const pages = pageMeasures(db, renditionId);
  const textBlocks = textBlocksOf(pages.map(page => page.chars));
  const boxBlocks = [...textBlocks.keys()].filter(block =>
    pages.slice(textBlocks[block], textBlocks[block + 1]).some(page => page.hasBoxes),
  );
  return { textBlocks, ...(boxBlocks.length > 0 ? { boxBlocks } : {}) };
}

function withheldExhibit(why: string): Described {
  return {
    title: 'Withheld',
    fileName: null,
    obtained: { how: '', on: null, by: '' },
    languages: [],
    pageCount: 0,
    pageLabels: [],
    hasText: false,
    problem: withheldProblem(why),
  };
}

/** Most documents have no labels at all; nobody needs 20,000 times null. */
function withoutEmptyEnd(labels: (string | null)[]): (string | null)[] {
  return labels.slice(0, labels.findLastIndex(label => label !== null) + 1);
}
