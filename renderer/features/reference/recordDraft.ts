/** A record as a person types it, and back: only the fields that were changed are written. Pure. */
import { type CslItem, type CslName, namesOf, textOf } from '../../../shared/domain/reference/index.ts';
import { nameText } from './referenceWords.ts';

export interface RecordDraft {
  type: string;
  /** One a line. */
  authors: string;
  container: string;
  publisher: string;
  doi: string;
  url: string;
}

const FIELDS: Readonly<Record<keyof RecordDraft, string>> = {
  type: 'type',
  authors: 'author',
  container: 'container-title',
  publisher: 'publisher',
  doi: 'DOI',
  url: 'URL',
};

export function draftOf(item: CslItem): RecordDraft {
  return {
    type: textOf(item, 'type') || 'document',
    authors: namesOf(item, 'author').map(nameText).join('\n'),
    container: textOf(item, 'container-title'),
    publisher: textOf(item, 'publisher'),
    doi: textOf(item, 'DOI'),
    url: textOf(item, 'URL'),
  };
}

/** What was emptied is taken out, so that the exhibit's own word, if it has one, stands again. */
export function withDraft(record: CslItem, before: RecordDraft, after: RecordDraft): CslItem {
  const next = { ...record };
  for (const key of Object.keys(FIELDS) as (keyof RecordDraft)[]) {
    const text = after[key].trim();
    if (text === before[key].trim()) continue;
    const field = FIELDS[key];
    if (text === '') delete next[field];
    else next[field] = key === 'authors' ? readNames(text) : text;
  }
  return next;
}

function readNames(text: string): CslName[] {
  return text
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
    .map(line => {
      const [family = '', given = '', suffix = ''] = line.split(',').map(part => part.trim());
      if (family === '' || given === '') return { literal: line };
      return { family, given, ...(suffix === '' ? {} : { suffix }) };
    });
}
