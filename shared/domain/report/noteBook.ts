/**
 * The notes of a report, numbered as they are called. A citation is given in full once; called again, it gets a note of
 * its own that points back, as UN reports do, so that every call has its number and the numbers run on.
 */
import { describeDate, describeInstantDay } from '../../kernel/dates.ts';
import { type Exhibit, exhibitNumber } from '../exhibit.ts';
import type { ClaimView, FindingView } from '../finding.ts';
import { pageKindOf, printedPage } from '../rendition.ts';
import { printedSourceName, type Source } from '../source.ts';
import { describeTranslation } from '../translation.ts';
import type { CitationView, ReportInput } from './reportInput.ts';
import type { ReportFootnote, ReportRun, ReportTextRun } from './reportModel.ts';
import { oneLine, text } from './reportWords.ts';

/** A note holds so many characters of a quote; the whole of it stands in the edition and in the bundle. */
export const NOTE_QUOTE_CHARACTERS = 600;
export const SHORT_DIGEST_CHARACTERS = 12;

export interface Cited {
  citation: CitationView;
  claim: ClaimView;
  finding: FindingView;
}

export class NoteBook {
  readonly notes: ReportFootnote[] = [];
  readonly #cited: ReadonlyMap<string, Cited>;
  readonly #exhibits: ReadonlyMap<string, Exhibit>;
  readonly #sources: ReadonlyMap<string, Source>;
  readonly #withheld: ReadonlyMap<string, string>;
  readonly #first = new Map<string, number>();

  constructor(input: ReportInput) {
    this.#cited = citedIn(input.findings);
    this.#exhibits = new Map(input.exhibits.map(exhibit => [exhibit.id, exhibit]));
    this.#sources = new Map(input.sources.map(source => [source.id, source]));
    this.#withheld = input.withheld;
  }

  /** The call to put into the text, or null where the citation was withdrawn or belongs to another report. */
  call(citationId: string): ReportRun | null {
    const cited = this.#cited.get(citationId);
    const exhibit = cited ? this.#exhibits.get(cited.citation.exhibitId) : undefined;
    if (!cited || !exhibit) return null;
    const { citation, finding } = cited;
    const n = this.notes.length + 1;
    const repeats = this.#first.get(citationId) ?? null;
    if (repeats === null) this.#first.set(citationId, n);
    const withheld = this.#withheld.get(exhibit.id);
    this.notes.push({
      n,
      citationId: citation.id,
      findingId: finding.id,
      exhibitId: exhibit.id,
      exhibit: exhibitNumber(exhibit.number),
      pageIndex: citation.pageIndex,
      bearing: citation.bearing,
      quote: withheld === undefined ? citation.quote : '',
      ...(withheld === undefined ? translationOf(citation) : {}),
      repeats,
      runs:
        repeats === null
          ? this.#full(citation, exhibit)
          : [text(`${exhibitNumber(exhibit.number)}, ${pageOf(citation, exhibit)} (note ${repeats} above).`)],
    });
    return { type: 'footnote', n };
  }

  /** The number of the note that gives a citation in full, once it was called. */
  numberOf(citationId: string): number | null {
    return this.#first.get(citationId) ?? null;
  }

  #full(citation: CitationView, exhibit: Exhibit): ReportTextRun[] {
    const source = exhibit.sourceId ? this.#sources.get(exhibit.sourceId) : undefined;
    const withheld = this.#withheld.get(exhibit.id);
    const lead = { supports: '', contradicts: 'Against: ', context: 'For context: ' }[citation.bearing];
    const origin = source ? ` (${printedSourceName(source)})` : ' (source not on record)';
    const dates = [
      exhibit.publishedOn ? `Published ${describeDate(exhibit.publishedOn)}` : 'Publication date not known',
      `accessed ${exhibit.obtainedOn ? describeDate(exhibit.obtainedOn) : describeInstantDay(exhibit.admittedAt)}`,
    ].join('; ');
    const grade = source
      ? `Graded ${source.reliability}${citation.credibility}`
      : `Source not graded, credibility ${citation.credibility}`;
    const cautions = [
      exhibit.withdrawnAt ? ` The exhibit was withdrawn on ${describeInstantDay(exhibit.withdrawnAt)}.` : '',
      citation.anchor === 'orphaned'
        ? ' The words are no longer found in the text read from the exhibit; they stand as they were cited.'
        : '',
    ].join('');
    return [
      text(`${lead}${exhibitNumber(exhibit.number)}, `),
      ...(withheld === undefined ? [text(exhibit.title, { italic: true })] : [text('title withheld')]),
      text(
        `${origin}, ${pageOf(citation, exhibit)}: ${withheld === undefined ? `${quoted(citation.quote)}${translated(citation)}` : `words withheld (${withheld})`}. `,
      ),
      text(`${dates}. ${grade}. SHA-256 ${exhibit.sha256.slice(0, SHORT_DIGEST_CHARACTERS)}….${cautions}`),
    ];
  }
}

export function citedIn(findings: readonly FindingView[]): Map<string, Cited> {
  return new Map(
    findings.flatMap(finding =>
      finding.claims.flatMap(claim =>
        claim.citations.map(citation => [citation.id, { citation, claim, finding }] as const),
      ),
    ),
  );
}

function pageOf({ pageIndex, pageLabel }: CitationView, { mediaType }: Exhibit): string {
  return printedPage({ index: pageIndex, label: pageLabel }, pageKindOf(mediaType));
}

function quoted(quote: string): string {
  const words = oneLine(quote);
  // A region of a page has no words: it is named, not quoted.
  if (words.startsWith('[region')) return words;
  return `“${shortened(words)}”`;
}

/** The original words come first; whose translation it is, and of what worth, stands with it. */
function translated({ translation }: CitationView): string {
  if (!translation) return '';
  return ` [${describeTranslation(translation)}: “${shortened(oneLine(translation.text))}”]`;
}

function translationOf({ translation }: CitationView): Pick<ReportFootnote, 'translation'> {
  if (!translation) return {};
  const { id: _, ...kept } = translation;
  return { translation: kept };
}

/** Cuts in the middle, at spaces where there are any, and shows that it did. */
function shortened(words: string): string {
  if (words.length <= NOTE_QUOTE_CHARACTERS) return words;
  const half = NOTE_QUOTE_CHARACTERS / 2;
  const head = words
    .slice(0, half)
    .replace(/\s+\S{0,30}$/u, '')
    .replace(/[\uD800-\uDBFF]$/, '');
  const tail = words
    .slice(-half)
    .replace(/^\S{0,30}\s+/u, '')
    .replace(/^[\uDC00-\uDFFF]/, '');
  return `${head} […] ${tail}`;
}
