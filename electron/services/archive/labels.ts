/** What a record and a value are called in a list of changes. */
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { findingName } from '../../../shared/domain/finding.ts';
import type { Json } from '../../../shared/kernel/canonicalJson.ts';
import type { ReadableDb } from '../../db/handles.ts';
import type { Concept } from './concepts/index.ts';
import { keyParts, type RecordState, type Values } from './recordState.ts';

const longest = 400;

/** `EX-0003 Registry extract`, the words of a claim or a passage: by what was received, where it is not here yet. */
export function labelOf(db: ReadableDb, concept: Concept, { id, frozen, once, fields }: RecordState): string {
  const value = (name: string) => fields.get(name)?.[0]?.value ?? frozen[name] ?? once[name] ?? null;
  const text = (name: string) => (typeof value(name) === 'string' ? String(value(name)) : '');
  switch (concept.name) {
    case 'exhibit':
      return shortened(`${exhibitNumber(numberIn(db, 'exhibit', id) ?? Number(value('number')))} ${text('title')}`);
    case 'finding':
      return shortened(
        `${findingName({ number: numberIn(db, 'finding', id) ?? Number(value('number')) })} ${text('title')}`,
      );
    case 'passage': {
      const place = value('place') as Values | null;
      return shortened(`“${String(place?.['exact'] ?? '')}” ${inExhibit(db, text('exhibit_id'))}`);
    }
    case 'citation':
    case 'statement-citation':
      return shortened(`“${text('quote')}”`);
    case 'statement':
      return shortened(`${captionOf(db, text('entity_id'))} ${text('property')}: ${text('value')}`);
    case 'entity':
      return captionOf(db, id) || text('schema') || 'entity';
    case 'entity-judgement':
      return shortened(`${captionOf(db, text('left_id'))} and ${captionOf(db, text('right_id'))}`);
    case 'translation':
      return shortened(`${text('language')} ${inExhibit(db, text('exhibit_id'))}: ${text('text')}`);
    default: {
      const own = ['title', 'name', 'text', 'caption', 'addressee'].map(text).find(words => words !== '');
      return shortened(own ?? keyLabel(db, concept, id));
    }
  }
}

function keyLabel(db: ReadableDb, concept: Concept, id: string): string {
  const parts = keyParts(concept, id) ?? [id];
  return parts
    .map(String)
    .map(part => {
      if (part.startsWith('exh-')) return inExhibit(db, part) || 'an exhibit';
      if (part.startsWith('ent-')) return captionOf(db, part) || 'an entity';
      if (part.startsWith('src-'))
        return String(db.prepare('SELECT name FROM source WHERE id = $id').get({ id: part })?.['name'] ?? 'a source');
      return /^[a-z]{3}-[0-9a-f-]{36}$/.test(part) ? '' : part;
    })
    .filter(Boolean)
    .join(', ');
}

function numberIn(db: ReadableDb, table: 'exhibit' | 'finding', id: string): number | null {
  const row =
    table === 'exhibit'
      ? db.prepare('SELECT number FROM exhibit WHERE id = $id').get({ id })
      : db.prepare('SELECT number FROM finding WHERE id = $id').get({ id });
  return row ? Number(row['number']) : null;
}

function inExhibit(db: ReadableDb, id: string): string {
  const number = numberIn(db, 'exhibit', id);
  return number === null ? '' : exhibitNumber(number);
}

function captionOf(db: ReadableDb, id: string): string {
  const row = db
    .prepare(
      'SELECT canonical.caption FROM entity JOIN entity canonical ON canonical.id = entity.canonical_id WHERE entity.id = $id',
    )
    .get({ id });
  return row ? String(row['caption']) : '';
}

/** A value for reading: words as they are, structure by the words in it. */
export function valueText(value: Json): string {
  if (value === null) return '';
  if (typeof value === 'string') return shortened(value);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'number') return String(value);
  return shortened(wordsIn(value).join(' '));
}

/** Keys whose values are no words for people: ids, kinds, digests. */
const unspoken = new Set([
  'type',
  'id',
  'entityId',
  'citationId',
  'rendition_id',
  'prefix',
  'suffix',
  'rects',
  'position_start',
  'position_end',
]);

function wordsIn(value: Json): string[] {
  if (value === null || typeof value === 'boolean') return [];
  if (typeof value === 'string' || typeof value === 'number') return [String(value)];
  if (Array.isArray(value)) return value.flatMap(one => wordsIn(one as Json));
  return Object.entries(value as Values).flatMap(([key, one]) => (unspoken.has(key) ? [] : wordsIn(one ?? null)));
}

function shortened(text: string): string {
  const plain = text.replace(/\s+/g, ' ').trim();
  return plain.length > longest ? `${plain.slice(0, longest)}…` : plain;
}
