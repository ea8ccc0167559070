import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { narrativeSchema } from '../../../../renderer/features/finding/narrative/schema.ts';
import { plainNarrative, toDocument, toNarrative } from '../../../../renderer/features/finding/narrative/mapping.ts';
import { citedInNarrative, Narrative, narrativeText } from '../../../../shared/domain/narrative.ts';
import { type CitationId, uuidv7 } from '../../../../shared/kernel/ids.ts';

const citationIds = fc
  .uint8Array({ minLength: 10, maxLength: 10 })
  .map(random => `cit-${uuidv7(1_800_000_000_000, random)}` as CitationId);
const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 12 }),
  fc.constantFrom('환적 의혹', ' ', '[', 'a\nb', '\u202b'),
);
const runs = fc.array(
  fc.oneof(
    fc.record(
      { type: fc.constant('text' as const), text: words, bold: fc.boolean(), italic: fc.boolean() },
      { requiredKeys: ['type', 'text'] },
    ),
    fc.record({ type: fc.constant('citation' as const), citationId: citationIds }),
  ),
  { maxLength: 6 },
);
const blocks = fc.oneof(
  fc.record({ type: fc.constantFrom('paragraph' as const, 'heading' as const), runs }),
  fc.record({ type: fc.constant('list' as const), ordered: fc.boolean(), items: fc.array(runs, { maxLength: 4 }) }),
);
const narratives: fc.Arbitrary<Narrative> = fc.array(blocks, { maxLength: 6 });

/** Each character with its look and each citation, in order: what must survive. */
function said(narrative: Narrative): unknown[] {
  const tell = (given: (typeof narrative)[number] & { type: 'paragraph' | 'heading' }) => given.runs;
  return narrative.flatMap(block => {
    const lines = block.type === 'list' ? block.items : [tell(block)];
    return lines.flatMap(line =>
      line.flatMap((run): unknown[] =>
        run.type === 'citation'
          ? [run.citationId]
          : [...run.text].map(letter => [letter, run.bold === true, run.italic === true]),
      ),
    );
  });
}

describe('the narrative between record and editor', () => {
  test('keeps every word, its look and every citation, in order', () => {
    fc.assert(
      fc.property(narratives, narrative => {
        const back = toNarrative(toDocument(narrative));
        expect(said(back)).toEqual(said(narrative));
        expect(citedInNarrative(back)).toEqual(citedInNarrative(narrative));
        expect(Narrative.parse(back)).toEqual(back);
      }),
    );
  });

  test('keeps the blocks: only lists without items, and an empty paragraph alone, say nothing', () => {
    fc.assert(
      fc.property(narratives, narrative => {
        const shape = (given: Narrative) =>
          given.map(block => (block.type === 'list' ? [block.ordered, block.items.length] : block.type));
        const spoken = narrative.filter(block => block.type !== 'list' || block.items.length > 0);
        const back = toNarrative(toDocument(narrative));
        const [only] = spoken;
        const blank =
          spoken.length === 1 &&
          only?.type === 'paragraph' &&
          narrativeText([only]) === '' &&
          citedInNarrative([only]).length === 0;
        expect(shape(back)).toEqual(blank ? [] : shape(spoken));
      }),
    );
  });

  test('is stable: what came from the editor goes back unchanged, and makes the same document', () => {
    fc.assert(
      fc.property(narratives, narrative => {
        const plain = plainNarrative(narrative);
        expect(plainNarrative(plain)).toEqual(plain);
        expect(toDocument(plain).eq(toDocument(toNarrative(toDocument(plain))))).toBe(true);
      }),
    );
  });

  test('makes documents that the editor accepts', () => {
    fc.assert(fc.property(narratives, narrative => toDocument(narrative).check()));
  });

  test('an untouched editor is an empty narrative', () => {
    expect(toNarrative(toDocument([]))).toEqual([]);
    expect(toDocument([]).childCount).toBe(1);
  });

  test('emphasis laid over a citation is not recorded on it', () => {
    const { nodes, marks } = narrativeSchema;
    const citationId = 'cit-01890000-0000-7000-8000-000000000001';
    const bold = [marks.strong.create()];
    const document = nodes.doc.create(
      null,
      nodes.paragraph.create(null, [
        narrativeSchema.text('a', bold),
        nodes.citation.create({ citationId }, null, bold),
      ]),
    );
    expect(toNarrative(document)).toEqual([
      {
        type: 'paragraph',
        runs: [
          { type: 'text', text: 'a', bold: true },
          { type: 'citation', citationId },
        ],
      },
    ]);
  });
});
