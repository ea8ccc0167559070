import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { writeCompoundFile } from '../../../electron/extract/cfbWrite.ts';
import { expectTextOrReason } from './support/changedBytes.ts';
import { extractHere, textOf } from './support/extractHere.ts';
import { concat, short, wide, word } from './support/makeDoc.ts';
import { atom, box, container, makePpt } from './support/makePpt.ts';
import { makeProtection } from './support/makeProtection.ts';

const PLACEHOLDER = container(0xf011, [atom(3011, new Uint8Array(8))]);

describe('a presentation of the old format', () => {
  test('gives a page for each slide, with what only the outline has, its notes and its comments', async () => {
    const comment = container(12000, [
      atom(4026, wide('A. Example'), 0),
      atom(4026, wide('why?'), 1),
      atom(12001, concat([word(1), ...[2026, 3, 3, 4, 10, 30, 5, 0].map(short), word(0), word(0)])),
    ]);
    const { outcome, pages } = await extractHere(
      makePpt({
        slides: [
          { outline: ['Title', 'Points\rtwo'], shapes: [box({ outline: 1 }), box('선박 in a box')], notes: 'Say this' },
          { outline: ['Hidden one'], shapes: [box({ outline: 0 })], isHidden: true, more: [comment] },
        ],
        masters: [[box('Fixed words'), box('Click to edit', [PLACEHOLDER])]],
      }),
      'a.ppt',
    );
    expect(pages.map(({ label, text }) => ({ label, text }))).toEqual([
      { label: null, text: 'Title\n\nPoints\ntwo\n\n선박 in a box\n\n[Notes] Say this' },
      {
        label: null,
        text: '[Hidden slide]\n\nHidden one\n\n[Comment by A. Example, 2026-03-04T10:30:05] Slide 2: why?',
      },
      { label: 'Master', text: 'Fixed words' },
    ]);
    expect(outcome).toMatchObject({
      summary: {
        engine: 'probatum-ppt',
        detected: { mediaType: 'application/vnd.ms-powerpoint' },
        metadata: { slides: '2', comments: '1' },
        warnings: [expect.stringContaining('hides slide 2')],
      },
    });
  });

  test('leaves out the signs that stand for a date or the number of the slide', async () => {
    const sign = container(0xf004, [
      container(0xf00d, [atom(3999, word(0)), atom(4000, wide('* of *')), atom(4056, word(0))]),
    ]);
    const { pages } = await extractHere(makePpt({ slides: [{ shapes: [sign] }] }), 'a.ppt');
    expect(textOf(pages)).toBe('of *');
  });

  test('hands over the objects in it, packed or not, and names its macros', async () => {
    const workbook = writeCompoundFile([{ name: 'Workbook', bytes: Uint8Array.of(1) }]);
    const macros = writeCompoundFile([{ name: 'VBA', children: [{ name: 'Module1', bytes: Uint8Array.of(1) }] }]);
    const packed = (bytes: Uint8Array) => atom(4113, concat([word(bytes.byteLength), deflateSync(bytes)]), 1);
    const { outcome, parts } = await extractHere(
      makePpt({
        slides: [],
        objects: [atom(4113, workbook), packed(workbook), packed(macros)],
        document: [container(1023, [atom(1024, concat([word(4), word(1), word(0)]))])],
      }),
      'a.ppt',
    );
    expect(parts.map(part => part.name)).toEqual(['Object 1.xls', 'Object 2.xls']);
    expect(outcome).toMatchObject({
      summary: { warnings: ['The document holds macros, which were not run: Module1.'] },
    });
  });

  test('protected with a password opens with it, and with nothing else', async () => {
    const protection = makeProtection('open sesame');
    const bytes = makePpt({ slides: [{ shapes: [box('Secret exercise')] }], protection });
    expect((await extractHere(bytes, 'p.ppt')).outcome).toMatchObject({ problem: { code: 'password-needed' } });
    expect((await extractHere(bytes, 'p.ppt', { password: 'wrong' })).outcome).toMatchObject({
      problem: { code: 'password-wrong' },
    });
    expect(textOf((await extractHere(bytes, 'p.ppt', { password: 'open sesame' })).pages)).toBe('Secret exercise');
  });

  test('whose directory is gone gives the words that are left, and says what that means', async () => {
    const stream = container(1006, [box('left over')]);
    const bytes = writeCompoundFile([{ name: 'PowerPoint Document', bytes: stream }]);
    const { outcome, pages } = await extractHere(bytes, 'a.ppt');
    expect(textOf(pages)).toBe('left over');
    expect(outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('deleted slides among them')] } });
  });

  test('with a thousand numbers for one object gives it once', async () => {
    const workbook = atom(4113, writeCompoundFile([{ name: 'Workbook', bytes: Uint8Array.of(1) }]));
    const { parts } = await extractHere(makePpt({ slides: [], objects: [workbook], aliases: 1000 }), 'a.ppt');
    expect(parts).toHaveLength(1);
  });

  test('with an object that inflates like a bomb is refused', async () => {
    const bomb = atom(4113, concat([word(30_000_000), deflateSync(new Uint8Array(30_000_000))]), 1);
    const { outcome } = await extractHere(makePpt({ slides: [], objects: [bomb] }), 'a.ppt');
    expect(outcome).toMatchObject({ problem: { code: 'too-large', detail: expect.stringContaining('bomb') } });
  });

  test('nested a hundred thousand records deep still ends', async () => {
    const innermost = box('deepest');
    const heads: Uint8Array[] = [];
    for (let size = innermost.byteLength; heads.length < 100_000; size += 8)
      heads.push(concat([short(15), short(1000), word(size)]));
    const deep = concat([...heads.reverse(), innermost]);
    const { outcome, pages } = await extractHere(makePpt({ slides: [{ shapes: [deep] }] }), 'a.ppt');
    expect(outcome.ok).toBe(true);
    expect(textOf(pages)).toBe('deepest');
  });

  test('with any of its bytes changed ends in text or in a reason', async () => {
    const bytes = makePpt({ slides: [{ outline: ['a'], shapes: [box('b')], notes: 'c' }], masters: [[box('d')]] });
    await expectTextOrReason(bytes, 'a.ppt');
  });
});
