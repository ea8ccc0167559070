/**
 * An item of CSL-JSON, the record that reference managers exchange. What the schema does not know is kept as it came: a field that
 * nobody here understands may be the one that the next reader needs.
 */
import { z } from 'zod';
import { storableInput } from '../../kernel/storableText.ts';

/** Of the public schema, version 1.0.2 and what was added to it since. */
export const CSL_TYPES: readonly string[] =
  `article article-journal article-magazine article-newspaper bill book broadcast chapter classic collection dataset document entry
  entry-dictionary entry-encyclopedia figure graphic hearing interview legal_case legislation manuscript map motion_picture musical_score
  pamphlet paper-conference patent performance periodical personal_communication post post-weblog regulation report review review-book
  software song speech standard thesis treaty webpage`.split(/\s+/);

/** Variables that hold people and bodies. */
export const CSL_NAMES: readonly string[] =
  `author chair collection-editor compiler composer container-author contributor curator director editor editorial-director
  executive-producer illustrator interviewer organizer original-author performer producer recipient reviewed-author translator`.split(
    /\s+/,
  );

export const CSL_DATES: readonly string[] = [
  'accessed',
  'available-date',
  'event-date',
  'issued',
  'original-date',
  'submitted',
];

const MAX_ITEM_CHARS = 200_000;
const MAX_NESTING = 12;

export const CslName = z.looseObject({
  family: z.string().optional(),
  given: z.string().optional(),
  literal: z.string().optional(),
  suffix: z.string().optional(),
  'non-dropping-particle': z.string().optional(),
  'dropping-particle': z.string().optional(),
});
export type CslName = z.infer<typeof CslName>;

export const CslDate = z.looseObject({
  'date-parts': z.array(z.array(z.union([z.string(), z.number()]))).optional(),
  literal: z.string().optional(),
  raw: z.string().optional(),
  edtf: z.string().optional(),
});
export type CslDate = z.infer<typeof CslDate>;

/** Fields are read through `textOf`, `namesOf` and `dateOf`: what a file claims of their type is not believed. */
export const CslItem = z
  .record(z.string(), z.unknown())
  .refine(item => JSON.stringify(item).length <= MAX_ITEM_CHARS, { error: 'The record is too long' });
export type CslItem = z.infer<typeof CslItem>;

export type ReadReference = { row: number; item: CslItem } | { row: number; problem: string };

/** The item as it can be stored, or why it cannot. */
export function checkItem(row: number, untrusted: unknown): ReadReference {
  if (!isRecord(untrusted)) return { row, problem: 'This is no record of a work.' };
  if (!isFlat(untrusted, 0)) return { row, problem: 'This record is nested deeper than any of its kind.' };
  const item = storableInput(untrusted) as CslItem;
  if (JSON.stringify(item).length > MAX_ITEM_CHARS)
    return { row, problem: `This record is longer than ${MAX_ITEM_CHARS} characters.` };
  const says = ['title', 'URL', 'DOI', 'note', 'container-title', 'author'].some(field => field in item);
  if (!says && textOf(item, 'type') === '')
    return { row, problem: 'This record has neither a type nor a title, so it is none of a work.' };
  return { row, item };
}

function isFlat(value: unknown, depth: number): boolean {
  if (value === null || typeof value !== 'object') return true;
  return depth < MAX_NESTING && Object.values(value).every(one => isFlat(one, depth + 1));
}

/** A field's words; '' where it has none. */
export function textOf(item: CslItem, field: string): string {
  const value = item[field];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
}

export function namesOf(item: CslItem, field: string): CslName[] {
  const value = item[field];
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown): CslName[] => {
    const parsed = CslName.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}

/** Of a date variable, which may be an EDTF text too. */
export function dateOf(item: CslItem, field: string): CslDate | null {
  const value = item[field];
  if (typeof value === 'string') return { edtf: value };
  return CslDate.safeParse(value).data ?? null;
}

/** Keys in one order, `id` and `type` first: the same record makes the same bytes. */
export function inOrder(item: CslItem): CslItem {
  const rest = Object.keys(item)
    .filter(key => key !== 'id' && key !== 'type')
    .sort();
  const keys = [...['id', 'type'].filter(key => key in item), ...rest];
  return Object.fromEntries(keys.map(key => [key, item[key]]));
}

export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
