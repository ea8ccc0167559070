/** BibTeX fields and types against those of CSL, as data, and the two ways between an entry and a record. */
import type { BibtexEntry } from './bibtexEntry.ts';
import { readBibtexNames, writeBibtexNames } from './bibtexNames.ts';
import { cslDateOf, edtfOfCsl } from './cslDate.ts';
import { type CslItem, dateOf, isRecord, namesOf, textOf } from './cslItem.ts';
import { RESIDUE_NAME, residueOf, withResidue } from './residue.ts';
import { readTex, writeTex } from './texText.ts';

/** The first of a CSL type is how it leaves; all are read. Entries of BibLaTeX stand where BibTeX has none. */
const TYPES: readonly (readonly [bibtex: string, csl: string])[] = [
  ['article', 'article-journal'],
  ['book', 'book'],
  ['mvbook', 'book'],
  ['incollection', 'chapter'],
  ['inbook', 'chapter'],
  ['inproceedings', 'paper-conference'],
  ['conference', 'paper-conference'],
  ['proceedings', 'book'],
  ['collection', 'book'],
  ['techreport', 'report'],
  ['report', 'report'],
  ['phdthesis', 'thesis'],
  ['mastersthesis', 'thesis'],
  ['thesis', 'thesis'],
  ['unpublished', 'manuscript'],
  ['booklet', 'pamphlet'],
  ['manual', 'book'],
  ['online', 'webpage'],
  ['electronic', 'webpage'],
  ['www', 'webpage'],
  ['patent', 'patent'],
  ['dataset', 'dataset'],
  ['software', 'software'],
  ['image', 'graphic'],
  ['letter', 'personal_communication'],
  ['legislation', 'legislation'],
  ['jurisdiction', 'legal_case'],
  ['periodical', 'periodical'],
  ['standard', 'standard'],
  ['misc', 'document'],
];

type Kind = 'text' | 'verbatim' | 'names' | 'pages' | 'keywords';

/** Where several CSL variables are given, the first is what the field is read as. */
const FIELDS: readonly (readonly [bibtex: string, csl: string, kind: Kind])[] = [
  ['title', 'title', 'text'],
  ['shorttitle', 'title-short', 'text'],
  ['author', 'author', 'names'],
  ['editor', 'editor', 'names'],
  ['translator', 'translator', 'names'],
  ['booktitle', 'container-title', 'text'],
  ['journal', 'container-title', 'text'],
  ['journaltitle', 'container-title', 'text'],
  ['series', 'collection-title', 'text'],
  ['publisher', 'publisher', 'text'],
  ['institution', 'publisher', 'text'],
  ['school', 'publisher', 'text'],
  ['organization', 'publisher', 'text'],
  ['address', 'publisher-place', 'text'],
  ['location', 'publisher-place', 'text'],
  ['volume', 'volume', 'text'],
  ['number', 'number', 'text'],
  ['issue', 'issue', 'text'],
  ['edition', 'edition', 'text'],
  ['pages', 'page', 'pages'],
  ['pagetotal', 'number-of-pages', 'text'],
  ['type', 'genre', 'text'],
  ['version', 'version', 'text'],
  ['isbn', 'ISBN', 'text'],
  ['issn', 'ISSN', 'text'],
  ['doi', 'DOI', 'verbatim'],
  ['url', 'URL', 'verbatim'],
  ['abstract', 'abstract', 'text'],
  ['keywords', 'keyword', 'keywords'],
  ['langid', 'language', 'text'],
  ['language', 'language', 'text'],
  ['library', 'source', 'text'],
  ['annotation', 'annote', 'text'],
  ['note', 'note', 'text'],
];
/** Read by hand below. */
const DATE_FIELDS = ['date', 'year', 'month', 'day', 'urldate'];
const CONTAINER_OF: Readonly<Record<string, string>> = { article: 'journal' };
const PUBLISHER_OF: Readonly<Record<string, string>> = {
  ...{ techreport: 'institution', report: 'institution', phdthesis: 'school', mastersthesis: 'school' },
};
const PLAIN_KEY = /^[^\s,{}()"#%\\~'=@]{1,200}$/;
const PLAIN_FIELD = /^[a-z][a-z0-9_-]{0,60}$/;

export function itemOfEntry(entry: BibtexEntry): CslItem {
  const { residue, ...item } = readableItem(entry);
  return residue === undefined ? item : withResidue(item, String(residue));
}

function readableItem({ type, key, fields }: BibtexEntry): CslItem {
  const found = TYPES.find(([name]) => name === type);
  const item: CslItem = { id: key, type: found?.[1] ?? 'document' };
  const unknown: Record<string, string> = {};
  for (const [field, source] of fields) {
    if (DATE_FIELDS.includes(field)) continue;
    if (field === RESIDUE_NAME) {
      item['residue'] = source;
      continue;
    }
    const known = FIELDS.find(([name]) => name === field);
    const csl = known === undefined ? '' : variableOf(type, known[1]);
    if (known === undefined || csl in item) unknown[field] = readTex(source);
    else {
      const value = readKind(known[2], source);
      if (value !== '') item[csl] = value;
    }
  }
  for (const [field, text] of readDates(fields, item)) unknown[field] = text;
  if (entryTypeOf(item['type']) !== type) unknown['entrytype'] = type;
  if (Object.keys(unknown).length > 0) item['custom'] = { bibtex: unknown };
  return item;
}

/** The number of an article is its issue. */
function variableOf(type: string, variable: string): string {
  return type === 'article' && variable === 'number' ? 'issue' : variable;
}

function readKind(kind: Kind, source: string): unknown {
  if (kind === 'names') {
    const names = readBibtexNames(source);
    return names.length > 0 ? names : '';
  }
  if (kind === 'verbatim') return source.trim();
  const text = readTex(source);
  return kind === 'pages' ? text.replace(/\s*[–—]\s*/g, '-') : text;
}

/** @returns what of the date fields could not be read, to be kept as it is */
function readDates(fields: ReadonlyMap<string, string>, item: CslItem): [field: string, text: string][] {
  const word = (field: string) => readTex(fields.get(field) ?? '').trim();
  const parts = [word('year'), monthOf(word('month')), word('day').padStart(2, '0')];
  const given = fields.has('day') ? parts : fields.has('month') ? parts.slice(0, 2) : parts.slice(0, 1);
  const issued = edtfOfWords(word('date')) ?? edtfOfWords(given.join('-'));
  const accessed = edtfOfWords(word('urldate'));
  if (issued !== null) item['issued'] = cslDateOf(issued);
  if (accessed !== null) item['accessed'] = cslDateOf(accessed);
  const left: [string, string][] = [];
  if (issued === null && (word('date') || word('year')) !== '')
    item['issued'] = { literal: word('date') || given.join(' ') };
  if (accessed === null && word('urldate') !== '') left.push(['urldate', word('urldate')]);
  return left;
}

function edtfOfWords(words: string): string | null {
  return edtfOfCsl({ edtf: words });
}

const MONTH_WORDS = 'january february march april may june july august september october november december'.split(' ');

function monthOf(word: string): string {
  const small = word.toLowerCase().replace(/\.$/, '');
  const at = small.length >= 3 ? MONTH_WORDS.findIndex(month => month.startsWith(small)) : -1;
  return at >= 0 ? String(at + 1).padStart(2, '0') : word.padStart(2, '0');
}

export function entryOfItem(item: CslItem): BibtexEntry {
  const entry = plainEntry(item);
  const residue = residueOf(item, itemOfEntry(entry));
  // Braces within words would have to balance; written as escapes, they do.
  if (residue !== null)
    entry.fields.set(RESIDUE_NAME, JSON.stringify(residue, null, 0).replace(/"(?:[^"\\]|\\.)*"/g, escapeBraces));
  return entry;
}

function escapeBraces(words: string): string {
  return words.replace(/[{}]/g, brace => (brace === '{' ? '\\u007b' : '\\u007d'));
}

function plainEntry(item: CslItem): BibtexEntry {
  const custom = item['custom'];
  const unknown = isRecord(custom) && isRecord(custom['bibtex']) ? custom['bibtex'] : {};
  const wanted = typeof unknown['entrytype'] === 'string' ? unknown['entrytype'] : undefined;
  const type =
    wanted !== undefined && /^[a-z]{1,40}$/.test(wanted) && !['comment', 'string', 'preamble'].includes(wanted)
      ? wanted
      : entryTypeOf(item['type']);
  const fields = new Map<string, string>();
  const isDone = new Set<string>();
  for (const [field, csl, kind] of FIELDS) {
    if (isDone.has(csl) || !(csl in item) || field !== fieldFor(type, field, csl)) continue;
    const source = writeKind(kind, item, csl);
    if (source === null) continue;
    fields.set(type === 'article' && csl === 'issue' ? 'number' : field, source);
    isDone.add(csl);
  }
  writeDates(item, fields);
  for (const [field, value] of Object.entries(unknown).sort(([one], [other]) => (one < other ? -1 : 1)))
    if (field !== 'entrytype' && PLAIN_FIELD.test(field) && !fields.has(field) && typeof value === 'string')
      fields.set(field, writeTex(value));
  return { type, key: keyOf(item), fields };
}

function fieldFor(type: string, field: string, csl: string): string {
  if (csl === 'container-title') return CONTAINER_OF[type] ?? 'booktitle';
  if (csl === 'publisher') return PUBLISHER_OF[type] ?? 'publisher';
  return field;
}

/** Zero-padded digits and such would change; what is written must be what is read again, else it goes as residue. */
function writeKind(kind: Kind, item: CslItem, csl: string): string | null {
  if (kind === 'names') {
    const names = namesOf(item, csl);
    return names.length > 0 ? writeBibtexNames(names) : null;
  }
  const text = textOf(item, csl);
  if (text === '') return null;
  if (kind === 'verbatim') return isBalanced(text) ? text : null;
  if (kind === 'pages') return writeTex(text).replace(/(\d)-(?=\d)/g, '$1--');
  // A second pair of braces keeps the capitals of a title in every style.
  return csl === 'title' ? `{${writeTex(text)}}` : writeTex(text);
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const character of text) {
    if (character === '{') depth += 1;
    else if (character === '}') depth -= 1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/** `date` is of BibLaTeX and says all; `year` and `month` stand beside it for BibTeX. */
function writeDates(item: CslItem, fields: Map<string, string>): void {
  const issued = edtfOfCsl(dateOf(item, 'issued'));
  const accessed = edtfOfCsl(dateOf(item, 'accessed'));
  if (issued !== null) {
    fields.set('date', writeTex(issued));
    const [, year, month] = /^(\d{4})(?:-(\d\d))?/.exec(issued) ?? [];
    if (year !== undefined) fields.set('year', year);
    if (month !== undefined) fields.set('month', month);
  }
  if (accessed !== null) fields.set('urldate', writeTex(accessed));
}

function entryTypeOf(cslType: unknown): string {
  return TYPES.find(([, csl]) => csl === cslType)?.[0] ?? 'misc';
}

function keyOf(item: CslItem): string {
  const id = textOf(item, 'id');
  if (PLAIN_KEY.test(id)) return id;
  return id.replace(/[^\p{L}\p{N}_.:+-]+/gu, '_').slice(0, 100) || 'item';
}
