/** RIS tags and types against those of CSL, as data, and the two ways between a record's lines and an item. */
import { cslDateOf, edtfOfCsl } from './cslDate.ts';
import { type CslItem, type CslName, dateOf, isRecord, namesOf, textOf } from './cslItem.ts';
import { RESIDUE_NAME, residueOf, withResidue } from './residue.ts';

export interface RisLine {
  tag: string;
  value: string;
}

/** The first of a CSL type is how it leaves; all are read. */
const TYPES: readonly (readonly [ris: string, csl: string])[] = [
  ['JOUR', 'article-journal'],
  ['EJOUR', 'article-journal'],
  ['MGZN', 'article-magazine'],
  ['NEWS', 'article-newspaper'],
  ['INPR', 'article'],
  ['BILL', 'bill'],
  ['BOOK', 'book'],
  ['EBOOK', 'book'],
  ['EDBOOK', 'book'],
  ['SER', 'book'],
  ['CHAP', 'chapter'],
  ['ECHAP', 'chapter'],
  ['CLSWK', 'classic'],
  ['DATA', 'dataset'],
  ['AGGR', 'dataset'],
  ['DBASE', 'dataset'],
  ['GEN', 'document'],
  ['MISC', 'document'],
  ['DICT', 'entry-dictionary'],
  ['ENCYC', 'entry-encyclopedia'],
  ['FIGURE', 'figure'],
  ['ART', 'graphic'],
  ['HEAR', 'hearing'],
  ['CASE', 'legal_case'],
  ['STAT', 'legislation'],
  ['MANSCPT', 'manuscript'],
  ['UNPB', 'manuscript'],
  ['MAP', 'map'],
  ['VIDEO', 'motion_picture'],
  ['MPCT', 'motion_picture'],
  ['MUSIC', 'musical_score'],
  ['PAMP', 'pamphlet'],
  ['CPAPER', 'paper-conference'],
  ['CONF', 'paper-conference'],
  ['PAT', 'patent'],
  ['JFULL', 'periodical'],
  ['PCOMM', 'personal_communication'],
  ['ICOMM', 'personal_communication'],
  ['BLOG', 'post-weblog'],
  ['RPRT', 'report'],
  ['GOVDOC', 'report'],
  ['COMP', 'software'],
  ['SOUND', 'song'],
  ['SLIDE', 'speech'],
  ['STAND', 'standard'],
  ['THES', 'thesis'],
  ['ELEC', 'webpage'],
  ['WEB', 'webpage'],
  ['ADVS', 'broadcast'],
];

type Kind = 'text' | 'name' | 'date' | 'list' | 'lines';

/** The first tag of a variable is the one it leaves under. */
const TAGS: readonly (readonly [tag: string, csl: string, kind: Kind])[] = [
  ['TI', 'title', 'text'],
  ['T1', 'title', 'text'],
  ['ST', 'title-short', 'text'],
  ['AU', 'author', 'name'],
  ['A1', 'author', 'name'],
  ['A2', 'editor', 'name'],
  ['ED', 'editor', 'name'],
  ['A3', 'collection-editor', 'name'],
  ['A4', 'translator', 'name'],
  ['T2', 'container-title', 'text'],
  ['BT', 'container-title', 'text'],
  ['JO', 'container-title', 'text'],
  ['JF', 'container-title', 'text'],
  ['J2', 'container-title-short', 'text'],
  ['JA', 'container-title-short', 'text'],
  ['T3', 'collection-title', 'text'],
  ['DA', 'issued', 'date'],
  ['PY', 'issued', 'date'],
  ['Y1', 'issued', 'date'],
  ['Y2', 'accessed', 'date'],
  ['PB', 'publisher', 'text'],
  ['CY', 'publisher-place', 'text'],
  ['PP', 'publisher-place', 'text'],
  ['VL', 'volume', 'text'],
  ['IS', 'issue', 'text'],
  ['M1', 'number', 'text'],
  ['ET', 'edition', 'text'],
  ['M3', 'genre', 'text'],
  ['SN', 'ISSN', 'text'],
  ['DO', 'DOI', 'text'],
  ['UR', 'URL', 'text'],
  ['LA', 'language', 'text'],
  ['DB', 'archive', 'text'],
  ['AV', 'archive_location', 'text'],
  ['DP', 'source', 'text'],
  ['CN', 'call-number', 'text'],
  ['KW', 'keyword', 'list'],
  ['AB', 'abstract', 'text'],
  ['N2', 'abstract', 'text'],
  ['N1', 'note', 'lines'],
];
const BOOKS = new Set(['book', 'chapter', 'report', 'entry-encyclopedia', 'entry-dictionary']);
const RESIDUE_TAG = 'U5';

export function itemOfLines(lines: readonly RisLine[]): CslItem {
  const type = lines.find(({ tag }) => tag === 'TY')?.value.trim() ?? '';
  const found = TYPES.find(([ris]) => ris === type.toUpperCase());
  const item: CslItem = { type: found?.[1] ?? 'document' };
  const unknown: Record<string, string[]> = found === undefined ? { TY: [type] } : {};
  const keep = ({ tag, value }: RisLine) => {
    unknown[tag] = [...(unknown[tag] ?? []), value];
  };
  let residue = '';
  const pages = new Map<string, string>();
  for (const line of lines) {
    const { tag, value } = line;
    if (tag === 'TY' || tag === 'ER' || value === '') continue;
    if (tag === RESIDUE_TAG && value.startsWith(`${RESIDUE_NAME}: `)) residue = value.slice(RESIDUE_NAME.length + 2);
    else if (tag === 'ID' && item['id'] === undefined) item['id'] = value;
    else if ((tag === 'SP' || tag === 'EP') && !pages.has(tag)) pages.set(tag, value);
    else if (!takeLine(item, line)) keep(line);
  }
  const page = ['SP', 'EP'].flatMap(tag => pages.get(tag) ?? []).join('-');
  if (page !== '') item['page'] = page;
  if (Object.keys(unknown).length > 0) item['custom'] = { ris: unknown };
  return residue === '' ? item : withResidue(item, residue);
}

/** False for what has no place in the record. */
function takeLine(item: CslItem, { tag, value }: RisLine): boolean {
  const known = TAGS.find(([name]) => name === tag);
  if (known === undefined) return false;
  const [, variable, kind] = known;
  const csl = variable === 'ISSN' && BOOKS.has(textOf(item, 'type')) ? 'ISBN' : variable;
  const before = item[csl];
  switch (kind) {
    case 'name':
      item[csl] = [...(Array.isArray(before) ? (before as unknown[]) : []), readRisName(value)];
      return true;
    case 'date':
      return takeDate(item, csl, value);
    case 'list':
      item[csl] = before === undefined ? value : `${String(before)}, ${value}`;
      return true;
    case 'lines':
      item[csl] = before === undefined ? value : `${String(before)}\n${value}`;
      return true;
    case 'text':
      if (before !== undefined) return before === value;
      item[csl] = value;
      return true;
  }
}

/** `2021/03/07/about`: what stands behind the third stroke is words. The date that says most counts. */
function takeDate(item: CslItem, csl: string, value: string): boolean {
  const [year = '', month = '', day = ''] = value.split('/').map(part => part.trim());
  const parts = [year, month, day].filter(part => part !== '').map(part => part.padStart(2, '0'));
  const edtf = edtfOfCsl({ edtf: value.trim() }) ?? edtfOfCsl({ edtf: parts.join('-') });
  const date = edtf === null ? { literal: value } : cslDateOf(edtf);
  const before = edtfOfCsl(dateOf(item, csl));
  if (item[csl] !== undefined && (before === null || edtf === null || edtf.length <= before.length))
    return edtf !== null;
  item[csl] = date;
  return true;
}

function readRisName(value: string): CslName {
  const parts = value.split(',').map(part => part.trim());
  const [family = '', given = '', suffix = ''] = parts;
  if (parts.length === 1 || parts.length > 3 || family === '') return { literal: value };
  return { family, ...(given === '' ? {} : { given }), ...(suffix === '' ? {} : { suffix }) };
}

export function linesOfItem(item: CslItem): RisLine[] {
  const lines = plainLines(item);
  const residue = residueOf(item, itemOfLines(lines));
  return [
    ...lines,
    ...(residue === null ? [] : [{ tag: RESIDUE_TAG, value: `${RESIDUE_NAME}: ${JSON.stringify(residue)}` }]),
    { tag: 'ER', value: '' },
  ];
}

function plainLines(item: CslItem): RisLine[] {
  const custom = item['custom'];
  const unknown = isRecord(custom) && isRecord(custom['ris']) ? custom['ris'] : {};
  const type = TYPES.find(([, csl]) => csl === item['type'])?.[0] ?? 'GEN';
  const lines: RisLine[] = [{ tag: 'TY', value: wordsOf(unknown['TY'])[0] ?? type }];
  const add = (tag: string, value: string) => {
    const line = value.replace(/\s*[\r\n]+\s*/g, ' ').trim();
    if (line !== '') lines.push({ tag, value: line });
  };
  add('ID', textOf(item, 'id'));
  const isDone = new Set<string>();
  for (const [tag, variable, kind] of TAGS) {
    const csl = variable === 'ISSN' && BOOKS.has(textOf(item, 'type')) ? 'ISBN' : variable;
    if (isDone.has(csl)) continue;
    isDone.add(csl);
    if (kind === 'name') for (const name of namesOf(item, csl)) add(tag, risName(name));
    else if (kind === 'date') add(tag, risDate(item, csl));
    else if (kind === 'list') for (const word of textOf(item, csl).split(', ')) add(tag, word);
    else if (kind === 'lines') for (const line of textOf(item, csl).split('\n')) add(tag, line);
    else add(tag, textOf(item, csl));
    if (csl === 'issued' && edtfOfCsl(dateOf(item, csl)) !== null) add('PY', risDate(item, csl).slice(0, 4));
  }
  const [first = '', last = ''] = textOf(item, 'page').split('-');
  add('SP', first);
  add('EP', last);
  for (const [tag, values] of Object.entries(unknown).sort(([one], [other]) => (one < other ? -1 : 1)))
    if (/^[A-Z][A-Z0-9]$/.test(tag) && tag !== 'TY' && tag !== 'ER')
      for (const value of wordsOf(values)) add(tag, value);
  return lines;
}

function risName({ family, given, suffix, literal }: CslName): string {
  if (family === undefined) return literal ?? given ?? '';
  return [family, given ?? '', ...(suffix === undefined ? [] : [suffix])].join(', ');
}

/** A plain day as RIS writes it; what is uncertain or open as EDTF, which readers show as it is. */
function risDate(item: CslItem, csl: string): string {
  const date = dateOf(item, csl);
  const edtf = edtfOfCsl(date);
  if (edtf === null) return date?.literal ?? date?.raw ?? '';
  return /^\d{4}(-\d\d){0,2}$/.test(edtf) ? edtf.replaceAll('-', '/') : edtf;
}

function wordsOf(untrusted: unknown): string[] {
  return Array.isArray(untrusted) ? untrusted.filter(one => typeof one === 'string') : [];
}
