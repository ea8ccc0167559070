/** Records of references in the words of people: their state, why an exhibit is proposed, and their fields. Pure. */
import type { ReferenceReason, ReferenceState } from '../../../shared/contract/reference.ts';
import {
  CSL_DATES,
  CSL_NAMES,
  type CslItem,
  type CslName,
  dateOf,
  edtfOfCsl,
  namesOf,
  type ReferenceFormat,
  textOf,
  withoutOurLines,
} from '../../../shared/domain/reference/index.ts';

export const formatWords: Record<ReferenceFormat, { name: string; ending: string; for: string }> = {
  'csl-json': {
    name: 'CSL-JSON',
    ending: 'csl.json',
    for: 'Complete. For Zotero, and for Pandoc and other programs that set bibliographies.',
  },
  ris: {
    name: 'RIS',
    ending: 'ris',
    for: 'For EndNote, Mendeley and libraries. What RIS has no tag for goes in a user field, and comes back.',
  },
  bibtex: {
    name: 'BibTeX',
    ending: 'bib',
    for: 'For LaTeX and JabRef, with fields of BibLaTeX. What it has no field for goes in one of ours.',
  },
};

export const stateWords: Record<ReferenceState, string> = {
  proposed: 'To decide',
  unmatched: 'No exhibit found',
  known: 'Known already',
  accepted: 'Taken over',
  rejected: 'Left out',
};

export const reasonWords: Record<ReferenceReason, string> = {
  digest: 'same SHA-256',
  number: 'names the exhibit and its case',
  doi: 'same DOI',
  url: 'same address',
  'title-date': 'same title and date',
  'file-name': 'same file name',
  title: 'same title alone',
};

export function titleOf(item: CslItem): string {
  const title = textOf(item, 'title').replace(/<\/?(?:i|b|sup|sub|span)\b[^<>]{0,60}>/g, '');
  return title || textOf(item, 'URL') || textOf(item, 'id') || 'Without a title';
}

/** `Byrne, Ana; Han, Su · 2021-03-07 · Harbour Press`. */
export function bylineOf(item: CslItem): string {
  const authors = namesOf(item, 'author').map(nameText);
  const who =
    authors.length > 3 ? `${authors.slice(0, 3).join('; ')} and ${authors.length - 3} more` : authors.join('; ');
  const where = textOf(item, 'container-title') || textOf(item, 'publisher');
  return [who, dateText(item, 'issued'), where, typeText(item)].filter(part => part !== '').join(' · ');
}

function typeText(item: CslItem): string {
  return textOf(item, 'type').replace(/[-_]/g, ' ');
}

export function nameText({ family, given, literal, suffix, ...name }: CslName): string {
  if (literal !== undefined || family === undefined) return literal ?? given ?? '';
  const last = [name['non-dropping-particle'], family].filter(Boolean).join(' ');
  return [last, given, suffix].filter(Boolean).join(', ');
}

function dateText(item: CslItem, field: string): string {
  const date = dateOf(item, field);
  return edtfOfCsl(date) ?? date?.literal ?? date?.raw ?? '';
}

const FIELD_WORDS: Readonly<Record<string, string>> = {
  type: 'type of work',
  title: 'title',
  author: 'authors',
  editor: 'editors',
  issued: 'date',
  accessed: 'seen on',
  'container-title': 'published in',
  publisher: 'publisher',
  'publisher-place': 'place',
  page: 'pages',
  'number-of-pages': 'number of pages',
  URL: 'address',
  note: 'note',
  abstract: 'abstract',
  language: 'language',
  languages: 'language',
  publishedOn: 'publication date',
  'citation-key': 'key',
  keyword: 'keywords',
  archive_location: 'place in the archive',
  'collection-title': 'series',
  genre: 'kind',
  source: 'source',
  custom: 'fields of the other program',
};

export function fieldWord(field: string): string {
  return FIELD_WORDS[field] ?? field.replace(/[-_]/g, ' ');
}

/** What a record says, field by field, as it can be read. */
export function fieldsOf(item: CslItem): { field: string; text: string }[] {
  return Object.keys(item)
    .filter(field => field !== 'id' && field !== 'title')
    .map(field => ({ field, text: fieldText(item, field) }))
    .filter(({ text }) => text !== '');
}

function fieldText(item: CslItem, field: string): string {
  if (CSL_NAMES.includes(field)) return namesOf(item, field).map(nameText).join('; ');
  if (CSL_DATES.includes(field)) return dateText(item, field);
  if (field === 'type') return typeText(item);
  if (field === 'note') return withoutOurLines(textOf(item, field));
  const value = item[field];
  return typeof value === 'object' && value !== null ? JSON.stringify(value) : textOf(item, field);
}

/** `12 to decide, 3 known already, 2 with problems`. */
export function countsText(counts: Readonly<Record<ReferenceState, number>>, problems: number): string {
  const parts = (Object.keys(stateWords) as ReferenceState[])
    .filter(state => counts[state] > 0)
    .map(state => `${counts[state]} ${stateWords[state].toLowerCase()}`);
  if (problems > 0) parts.push(`${problems} with problems`);
  return parts.join(', ') || 'no record';
}
