/**
 * The record with which an exhibit leaves for a reference manager, and what of a record that comes back is new. What the exhibit
 * itself says (title, dates, source, digest) is derived each time; what a person took over from elsewhere stands in its record, and
 * goes before it.
 */
import { cslDateOf, edtfOfCsl } from './cslDate.ts';
import { type CslItem, dateOf, textOf } from './cslItem.ts';
import { isSame } from './residue.ts';

export interface ExhibitFacts {
  /** `EX-0042`. */
  number: string;
  caseReference: string;
  title: string;
  fileName: string;
  mediaType: string;
  /** As printed: a confidential source by its code name. */
  sourceName: string | null;
  publishedOn: string | null;
  obtainedOn: string | null;
  obtainedHow: string;
  languages: readonly string[];
  pageCount: number;
  sha256: string;
  handlingMark: string;
}

/** Lines of a note that are ours. Readers show them; Zotero keeps them under Extra and gives them back. */
const OUR_LINE = /^(?:sha256: [0-9a-f]{64}|exhibit: .*|handling-mark: .*|published-edtf: .*|obtained-edtf: .*)$/;

/** What the exhibit says of itself. */
export function derivedItem(facts: ExhibitFacts): CslItem {
  const url = /https?:\/\/[^\s<>"']+[^\s<>"'.,;)\]]/.exec(facts.obtainedHow)?.[0];
  return {
    id: facts.number,
    type: itemType(facts.mediaType),
    title: facts.title,
    ...(facts.sourceName === null ? {} : { source: facts.sourceName }),
    ...(facts.publishedOn === null ? {} : { issued: cslDateOf(facts.publishedOn) }),
    ...(facts.obtainedOn === null ? {} : { accessed: cslDateOf(facts.obtainedOn) }),
    ...(url === undefined ? {} : { URL: url }),
    ...(facts.languages[0] === undefined ? {} : { language: facts.languages[0] }),
    ...(facts.pageCount > 0 ? { 'number-of-pages': facts.pageCount } : {}),
    archive: facts.caseReference,
    archive_location: facts.number,
    note: ourLines(facts).join('\n'),
  };
}

function ourLines(facts: ExhibitFacts): string[] {
  const { publishedOn, obtainedOn } = facts;
  return [
    `sha256: ${facts.sha256}`,
    `exhibit: ${facts.number} (${facts.caseReference})`,
    `handling-mark: ${facts.handlingMark}`,
    // Reference managers know "about" at most; the date as it is goes with the note.
    ...(publishedOn !== null && 'edtf' in cslDateOf(publishedOn) ? [`published-edtf: ${publishedOn}`] : []),
    ...(obtainedOn !== null && 'edtf' in cslDateOf(obtainedOn) ? [`obtained-edtf: ${obtainedOn}`] : []),
  ];
}

function itemType(mediaType: string): string {
  if (mediaType === 'message/rfc822') return 'personal_communication';
  if (mediaType.startsWith('image/')) return 'graphic';
  if (mediaType === 'text/html' || mediaType === 'multipart/related') return 'webpage';
  if (/spreadsheet|excel|csv|tab-separated/.test(mediaType)) return 'dataset';
  return 'document';
}

export function leavingItem(facts: ExhibitFacts, record: CslItem | null): CslItem {
  const derived = derivedItem(facts);
  if (record === null) return derived;
  const key = textOf(record, 'id');
  return {
    ...derived,
    ...record,
    id: facts.number,
    ...(key === '' || key === facts.number || 'citation-key' in record ? {} : { 'citation-key': key }),
    note: [textOf(record, 'note'), textOf(derived, 'note')].filter(note => note !== '').join('\n'),
  };
}

/** An exhibit that may not leave: its number and digest alone, so that the gap is plain to see. */
export function withheldItem(facts: ExhibitFacts, reason: string): CslItem {
  return {
    id: facts.number,
    type: 'document',
    title: `${facts.number} (withheld: ${reason})`,
    archive: facts.caseReference,
    archive_location: facts.number,
    note: `sha256: ${facts.sha256}`,
  };
}

/** Such a record come back: its title and type are ours, and say nothing of the work. */
export function isWithheld(item: CslItem, exhibit: string): boolean {
  const title = textOf(item, 'title');
  return title.startsWith(`${exhibit} (withheld: `) && title.endsWith(')');
}

/** What of an item says more than the exhibit does itself; null where it says nothing more. */
export function recordOfItem(item: CslItem, facts: ExhibitFacts): CslItem | null {
  const derived = derivedItem(facts);
  const withheld = isWithheld(item, facts.number);
  const record: CslItem = {};
  for (const [field, value] of Object.entries(item)) {
    if (field === 'id' || field === 'note' || isSame(value, derived[field])) continue;
    if ((field === 'title' || field === 'type') && withheld) continue;
    if ((field === 'issued' || field === 'accessed') && isSameDate(item, derived, field)) continue;
    record[field] = value;
  }
  const id = textOf(item, 'id');
  if (id !== '' && id !== facts.number) record['id'] = item['id'];
  if (record['citation-key'] === facts.number) delete record['citation-key'];
  const note = withoutOurLines(textOf(item, 'note'));
  if (note !== '') record['note'] = note;
  return Object.keys(record).some(field => field !== 'id') ? record : null;
}

/** The same but for what reference managers cannot hold: "about", an open end. */
function isSameDate(item: CslItem, derived: CslItem, field: string): boolean {
  const ours = edtfOfCsl(dateOf(derived, field));
  const theirs = edtfOfCsl(dateOf(item, field));
  if (ours === null || theirs === null) return false;
  const bare = (edtf: string) => edtf.replace(/[?~%]/g, '');
  return bare(ours) === bare(theirs) && !/[?~%]/.test(theirs.replaceAll('~', ''));
}

/** What a person wrote in a note, without the lines by which an exhibit is found again. */
export function withoutOurLines(note: string): string {
  return note
    .split('\n')
    .filter(line => !OUR_LINE.test(line.trim()))
    .join('\n')
    .trim();
}
