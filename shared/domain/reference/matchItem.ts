/**
 * Which exhibit a record may be of. Each reason stands for itself, the surest first; all of them are proposals, since a digest can be
 * copied into the wrong record as easily as a title.
 */
import { foldText } from '../text/index.ts';
import { edtfOfCsl } from './cslDate.ts';
import { type CslItem, dateOf, isRecord, textOf } from './cslItem.ts';
import type { ExhibitFacts } from './exhibitItem.ts';

export const MATCH_REASONS = ['digest', 'number', 'doi', 'url', 'title-date', 'file-name', 'title'] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export interface Candidate {
  exhibitId: string;
  reasons: MatchReason[];
}

/** Of these, each names one thing, unless somebody copied it; works share titles and file names. */
const CERTAIN: readonly MatchReason[] = ['digest', 'number', 'doi', 'url'];

/** One exhibit stands out: it is matched by what only one has, and no other is. */
export function isCertain(candidates: readonly { reasons: readonly MatchReason[] }[]): boolean {
  const certain = candidates.filter(({ reasons }) => reasons.some(reason => CERTAIN.includes(reason)));
  return certain.length === 1 && certain[0] === candidates[0];
}

export interface Matchable {
  exhibitId: string;
  facts: ExhibitFacts;
  record: CslItem | null;
}

/** So short a title is that of many works. */
const MIN_TITLE_CHARS = 8;

export class ReferenceMatcher {
  readonly #index = new Map<string, string[]>();
  readonly #dates = new Map<string, string | null>();

  constructor(exhibits: Iterable<Matchable>) {
    for (const { exhibitId, facts, record } of exhibits) {
      this.#add('digest', facts.sha256, exhibitId);
      this.#add('number', numberKey(facts.number, facts.caseReference), exhibitId);
      this.#add('file-name', fileKey(facts.fileName), exhibitId);
      const titles = [facts.title, ...(record ? [textOf(record, 'title')] : [])];
      for (const title of new Set(titles.map(titleKey))) this.#add('title', title, exhibitId);
      for (const url of [...facts.obtainedHow.matchAll(/https?:\/\/[^\s<>"']+/g)].map(([url]) => url))
        this.#add('url', urlKey(url), exhibitId);
      if (record) {
        this.#add('url', urlKey(textOf(record, 'URL')), exhibitId);
        this.#add('doi', doiKey(textOf(record, 'DOI')), exhibitId);
      }
      this.#dates.set(exhibitId, facts.publishedOn ?? (record ? edtfOfCsl(dateOf(record, 'issued')) : null));
    }
  }

  #add(reason: MatchReason, key: string, exhibitId: string): void {
    if (key === '') return;
    const at = `${reason}\0${key}`;
    const known = this.#index.get(at);
    if (!known) this.#index.set(at, [exhibitId]);
    else if (!known.includes(exhibitId)) known.push(exhibitId);
  }

  #of(reason: MatchReason, key: string): readonly string[] {
    return key === '' ? [] : (this.#index.get(`${reason}\0${key}`) ?? []);
  }

  /** The surest first; of equals, in the order of the case. */
  candidates(item: CslItem): Candidate[] {
    const found = new Map<string, MatchReason[]>();
    const take = (reason: MatchReason, ids: readonly string[]) => {
      for (const id of ids) {
        const reasons = found.get(id) ?? [];
        if (!reasons.includes(reason)) found.set(id, [...reasons, reason]);
      }
    };
    for (const digest of digestsIn(item)) take('digest', this.#of('digest', digest));
    for (const number of numbersIn(item)) take('number', this.#of('number', number));
    take('doi', this.#of('doi', doiKey(textOf(item, 'DOI'))));
    take('url', this.#of('url', urlKey(textOf(item, 'URL'))));
    const named = this.#of('title', titleKey(textOf(item, 'title')));
    const issued = edtfOfCsl(dateOf(item, 'issued'));
    const dated = named.filter(id => agree(this.#dates.get(id) ?? null, issued));
    take('title-date', dated);
    for (const name of fileNamesIn(item)) take('file-name', this.#of('file-name', fileKey(name)));
    take(
      'title',
      named.filter(id => !dated.includes(id)),
    );
    return [...found]
      .map(([exhibitId, reasons]) => ({ exhibitId, reasons }))
      .sort((left, right) => rank(left) - rank(right));
  }
}

function rank({ reasons }: Candidate): number {
  return MATCH_REASONS.indexOf(reasons[0] ?? 'title');
}

/** The same year at least, and nothing that says otherwise. */
function agree(left: string | null, right: string | null): boolean {
  if (left === null || right === null) return false;
  const bare = (edtf: string) => edtf.replace(/[?~%]/g, '');
  const [one, other] = [bare(left), bare(right)];
  return one.startsWith(other) || other.startsWith(one);
}

function digestsIn(item: CslItem): string[] {
  return [
    ...`${textOf(item, 'note')}\n${textOf(item, 'annote')}`.matchAll(/(?<![0-9a-f])[0-9a-f]{64}(?![0-9a-f])/gi),
  ].map(([digest]) => digest.toLowerCase());
}

/** A number alone is one of many cases; it counts with its case beside it. */
function numbersIn(item: CslItem): string[] {
  const line = /^exhibit: (\S+) \((.+)\)$/m.exec(textOf(item, 'note'));
  return [
    ...(line ? [numberKey(line[1] ?? '', line[2] ?? '')] : []),
    numberKey(textOf(item, 'archive_location'), textOf(item, 'archive')),
  ];
}

function numberKey(number: string, caseReference: string): string {
  return /^EX-/i.test(number) && caseReference !== '' ? `${number.toUpperCase()} ${caseReference}` : '';
}

function titleKey(title: string): string {
  const folded = foldText(title.replace(/<[^<>]{1,60}>/g, ''))
    .folded.replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return folded.length >= MIN_TITLE_CHARS || /\p{Script=Hangul}|\p{Script=Han}/u.test(folded) ? folded : '';
}

function doiKey(doi: string): string {
  return /10\.\d{3,9}\/\S+/.exec(doi.trim().toLowerCase())?.[0] ?? '';
}

/** The same page under http and https, with and without `www.` and the stroke at its end. */
function urlKey(url: string): string {
  if (!/^https?:\/\//i.test(url.trim())) return '';
  return url
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/i, '')
    .replace(/#.*$/, '')
    .replace(/[/.,;)]+$/, '');
}

function fileKey(name: string): string {
  const base = name.replace(/\\/g, '/').split('/').at(-1) ?? '';
  return base.length >= MIN_TITLE_CHARS ? foldText(base).folded : '';
}

/** RIS and BibTeX name attached files; `Full Text:files/12/a.pdf:application/pdf` is how Zotero does. */
function fileNamesIn(item: CslItem): string[] {
  const custom = isRecord(item['custom']) ? item['custom'] : {};
  const ris = isRecord(custom['ris']) ? custom['ris']['L1'] : undefined;
  const bibtex = isRecord(custom['bibtex']) ? custom['bibtex']['file'] : undefined;
  const texts = [...(Array.isArray(ris) ? ris : []), ...(typeof bibtex === 'string' ? bibtex.split(/[;:]/) : [])];
  return texts.filter(text => typeof text === 'string' && /\.\w{2,5}$/.test(text));
}
