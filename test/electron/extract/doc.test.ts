import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { writeCompoundFile } from '../../../electron/extract/cfbWrite.ts';
import { rc4 } from '../../../electron/extract/formats/ole/rc4.ts';
import { expectTextOrReason } from './support/changedBytes.ts';
import { extractHere, textOf } from './support/extractHere.ts';
import { concat, countedNames, type DocPiece, makeDoc, positioned, short, wide, word } from './support/makeDoc.ts';
import { makePropertySet } from './support/makeProperties.ts';

const INSERTED = [0x01, 0x08, 1, 0x04, 0x48, 1, 0, 0x05, 0x68, ...packedTime(2026, 3, 4, 10, 30)];
const DELETED = [0x00, 0x08, 1, 0x63, 0x48, 1, 0, 0x64, 0x68, ...packedTime(2026, 3, 5, 9, 5)];
const HIDDEN = [0x3c, 0x08, 1];

describe('a Word 97 document', () => {
  test('gives its text from pieces of one and of two bytes a character, page by page', async () => {
    const { outcome, pages } = await extractHere(
      makeDoc({
        pieces: [
          { text: 'Exercise “memo”\r', isNarrow: true },
          { text: '한국의 선박이 입항하였다.\rline\vbreak\f' },
          { text: 'co\x1foperation non\x1ebreaking', isNarrow: true },
        ],
      }),
      'memo.doc',
    );
    expect(pages.map(page => page.text)).toEqual([
      'Exercise “memo”\n한국의 선박이 입항하였다.\nline\nbreak',
      'cooperation non\u2011breaking',
    ]);
    expect(outcome).toMatchObject({
      ok: true,
      summary: { engine: 'probatum-doc', detected: { mediaType: 'application/msword' }, warnings: [] },
    });
  });

  test('shows what fields come to and hides their codes, but names those that fetch from elsewhere', async () => {
    const { outcome, pages } = await extractHere(
      makeDoc({
        pieces: [
          {
            text: 'See \x13 HYPERLINK "http://a.example" \x14the \x13 PAGE \x147\x15 page\x15. \x13 DDEAUTO c:\\\\cmd.exe "/k x" \x14click\x15\x13 SEQ a \x15',
          },
        ],
      }),
      'fields.doc',
    );
    expect(textOf(pages)).toBe('See the 7 page. click');
    expect(outcome).toMatchObject({
      summary: {
        warnings: [expect.stringContaining('1 files elsewhere, which were not loaded: DDEAUTO c:\\\\cmd.exe')],
      },
    });
  });

  test('gives rows of tables as lines, and cells between tabs, also where they are empty', async () => {
    const text = 'Port\x07\x07Date\x07\x07Roads\x07x\x072026\x07\x07after\r';
    const { pages } = await extractHere(makeDoc({ pieces: [{ text }], rowEnds: [11, 25] }), 'table.doc');
    expect(textOf(pages)).toBe('Port\t\tDate\nRoads\tx\t2026\nafter\n');
  });

  test('gives headers, notes, comments and text boxes beside the body, each where a reader looks for it', async () => {
    const body = 'Body\x02 and\x02\r';
    const notes = '\x02 A footnote\r';
    const headers = 'Letterhead\rPage foot\r';
    const comments = '\x05why?\r';
    const endnotes = '\x02 An endnote\r';
    const boxes = 'In a box\r';
    const record = concat([short(2), wide('AE'), new Uint8Array(14), short(0), new Uint8Array(8)]);
    const { outcome, pages } = await extractHere(
      makeDoc({
        pieces: [{ text: body + notes + headers + comments + endnotes + boxes }],
        lengths: {
          body: body.length,
          footnotes: notes.length,
          headers: headers.length,
          comments: comments.length,
          endnotes: endnotes.length,
          textBoxes: boxes.length,
        },
        tables: {
          2: positioned([4, body.length], [short(1)]),
          3: positioned([0, notes.length - 1, notes.length]),
          4: positioned([5, body.length], [record]),
          5: positioned([0, comments.length - 1, comments.length]),
          11: positioned([0, 0, 0, 0, 0, 0, 0, 0, 11, 11, headers.length, headers.length, headers.length]),
          36: countedNames(['A. Example']),
          46: positioned([9, body.length], [short(1)]),
          47: positioned([0, endnotes.length - 1, endnotes.length]),
          112: concat([Uint8Array.from(packedTime(2026, 3, 4, 10, 30)), new Uint8Array(14)]),
        },
      }),
      'stories.doc',
    );
    expect(textOf(pages)).toBe(
      [
        'Letterhead',
        'Body[1] and[i]\n',
        'In a box',
        '[1] A footnote',
        '[i] An endnote',
        '[Comment by A. Example, 2026-03-04T10:30] why?',
        'Page foot',
      ].join('\n\n'),
    );
    expect(outcome).toMatchObject({
      summary: {
        metadata: { comments: '1' },
        remarks: [{ kind: 'comment', author: 'A. Example', at: '2026-03-04T10:30', text: 'why?' }],
      },
    });
  });

  test('reads as if tracked changes were accepted, and remarks who changed what; hidden words stay and are told', async () => {
    const { outcome, pages } = await extractHere(
      makeDoc({
        pieces: [{ text: 'old new both hidden' }],
        characterRuns: [
          { from: 0, modifiers: DELETED },
          { from: 4, modifiers: INSERTED },
          { from: 8, modifiers: [...INSERTED, ...DELETED] },
          { from: 13, modifiers: HIDDEN },
        ],
        tables: { 51: concat([short(0xffff), short(2), short(0), countedNames(['Unknown', 'B. Example'])]) },
      }),
      'tracked.doc',
    );
    expect(textOf(pages)).toBe('new hidden');
    const told = { author: 'B. Example' };
    expect(outcome).toMatchObject({
      summary: {
        remarks: [
          { kind: 'deletion', ...told, at: '2026-03-05T09:05', text: 'old' },
          { kind: 'insertion', ...told, at: '2026-03-04T10:30', text: 'new both' },
          { kind: 'deletion', ...told, at: '2026-03-05T09:05', text: 'both' },
        ],
        warnings: [expect.stringContaining('1 insertions, 2 deletions'), expect.stringContaining('hidden text (6 ')],
      },
    });
  });

  test('gives its properties, with texts in their own code page, and the paths under which it was saved', async () => {
    const summary = makePropertySet(949, {
      2: { text: Uint8Array.of(0xc7, 0xd1, 0xb1, 0xb9) },
      4: { text: new TextEncoder().encode('A. Example') },
      10: { steps: 3_725n * 10_000_000n },
      12: { time: new Date('2026-03-02T01:02:03Z') },
    });
    const saved = ['Ana', 'C:\\Users\\ana\\memo.doc', 'Ben', 'D:\\memo.doc'];
    const { outcome } = await extractHere(
      makeDoc({
        pieces: [{ text: 'x' }],
        tables: { 71: concat([short(0xffff), short(4), short(0), countedNames(saved)]) },
        more: [
          { name: '\x05SummaryInformation', bytes: summary },
          {
            name: 'Macros',
            children: [
              {
                name: 'VBA',
                children: [
                  { name: 'dir', bytes: Uint8Array.of(1) },
                  { name: 'AutoOpen', bytes: Uint8Array.of(1) },
                ],
              },
            ],
          },
        ],
      }),
      'properties.doc',
    );
    expect(outcome).toMatchObject({
      summary: {
        title: '한국',
        metadata: {
          author: 'A. Example',
          totalEditingMinutes: '62',
          created: '2026-03-02T01:02:03Z',
          savedBy: 'Ana: C:\\Users\\ana\\memo.doc | Ben: D:\\memo.doc',
        },
        warnings: ['The document holds macros, which were not run: AutoOpen.'],
      },
    });
  });

  test('hands over the files in it: wrapped, of another office program, and not the drawn ones', async () => {
    const wrapped = ole10Native('list.csv', new TextEncoder().encode('a,b'));
    const { outcome, parts } = await extractHere(
      makeDoc({
        pieces: [{ text: 'x' }],
        more: [
          {
            name: 'ObjectPool',
            children: [
              { name: '_1', children: [{ name: '\x01Ole10Native', bytes: wrapped }] },
              { name: '_2', children: [{ name: 'Workbook', bytes: Uint8Array.of(9, 8) }] },
              { name: '_3', children: [{ name: 'Equation Native', bytes: Uint8Array.of(1) }] },
              { name: '_4', children: [{ name: 'CONTENTS', bytes: new TextEncoder().encode('%PDF-1.4') }] },
            ],
          },
        ],
      }),
      'objects.doc',
    );
    expect(parts.map(part => part.name)).toEqual(['list.csv', 'Object 2.xls', 'Object 4.pdf']);
    expect(new TextDecoder().decode(parts[0]?.bytes)).toBe('a,b');
    expect(new TextDecoder().decode(parts[2]?.bytes)).toBe('%PDF-1.4');
    expect(outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('a drawn object')] } });
  });

  test('protected with a password opens with it, and with nothing else', async () => {
    const bytes = makeDoc({ pieces: [{ text: 'Secret exercise' }], flags: 0x0100, alter: protect('open sesame') });
    expect((await extractHere(bytes, 'p.doc')).outcome).toMatchObject({ problem: { code: 'password-needed' } });
    expect((await extractHere(bytes, 'p.doc', { password: 'wrong' })).outcome).toMatchObject({
      problem: { code: 'password-wrong' },
    });
    const { pages } = await extractHere(bytes, 'p.doc', { password: 'open sesame' });
    expect(textOf(pages)).toBe('Secret exercise');
  });
});

describe('a Word document that is damaged or hostile', () => {
  test('cut in the middle of its text says how much is missing', async () => {
    const bytes = makeDoc({
      pieces: [{ text: 'x'.repeat(4000), isNarrow: true }],
      alter: (main, table) => ({ main: main.slice(0, 4048), table }),
    });
    const { outcome, pages } = await extractHere(bytes, 'cut.doc');
    expect(textOf(pages)).toHaveLength(2000);
    expect(outcome).toMatchObject({
      summary: { warnings: ['The document is cut short: 2000 of 4000 characters of its text are missing.'] },
    });
  });

  test('whose pieces repeat the same bytes a thousand times is refused as a bomb', async () => {
    const pieces: DocPiece[] = Array.from({ length: 3000 }, () => ({ text: 'y' }));
    const bytes = makeDoc({
      pieces,
      alter(main, table) {
        // Every piece claims a thousand characters more than the one before it.
        const view = new DataView(table.buffer, table.byteOffset);
        for (let index = 0; index <= 3000; index += 1) view.setUint32(5 + index * 4, index * 1000, true);
        return { main, table };
      },
    });
    expect((await extractHere(bytes, 'bomb.doc')).outcome).toMatchObject({
      problem: { code: 'too-large', detail: expect.stringContaining('bomb') },
    });
  });

  test('with a million fields inside each other is read in time', async () => {
    const { outcome, pages } = await extractHere(
      makeDoc({ pieces: [{ text: `${'\x13\x14'.repeat(500_000)}${'x'.repeat(500_000)}`, isNarrow: true }] }),
      'fields.doc',
    );
    expect(outcome.ok).toBe(true);
    expect(pages.reduce((sum, page) => sum + page.text.length, 0)).toBe(500_000);
  });

  test('without its tables, of an unknown version or with nonsense for a header is unreadable', async () => {
    const none = makeDoc({ pieces: [{ text: 'x' }], alter: main => ({ main, table: new Uint8Array(0) }) });
    const strange = writeCompoundFile([{ name: 'WordDocument', bytes: new Uint8Array(2000).fill(0xff) }]);
    const short = writeCompoundFile([{ name: 'WordDocument', bytes: new Uint8Array(3) }]);
    for (const bytes of [none, strange, short]) {
      expect((await extractHere(bytes, 'x.doc')).outcome).toMatchObject({ ok: false, problem: { code: 'unreadable' } });
    }
  });

  test('with any of its bytes changed ends in text or in a reason', async () => {
    const bytes = makeDoc({
      pieces: [{ text: 'one two' }, { text: ' three', isNarrow: true }],
      characterRuns: [{ from: 0, modifiers: DELETED }],
      rowEnds: [3],
    });
    await expectTextOrReason(bytes, 'x.doc');
  });
});

test('a Word 6 document is read in the code page of its language', async () => {
  const main = new Uint8Array(1200);
  const view = new DataView(main.buffer);
  const text = Uint8Array.of(0xcf, 0xf0, 0xe8, 0xe2, 0xe5, 0xf2, 0x0d, 0x41, 0x07, 0x42, 0x07, 0x07);
  view.setUint16(0, 0xa5dc, true);
  view.setUint16(2, 101, true);
  view.setUint16(6, 0x0419, true);
  view.setUint32(0x18, 1024, true);
  view.setUint32(0x34, text.byteLength, true);
  main.set(text, 1024);
  const { pages } = await extractHere(writeCompoundFile([{ name: 'WordDocument', bytes: main }]), 'old.doc');
  expect(textOf(pages)).toBe('Привет\nA\tB\n');
});

/** Encrypts both streams as Word 97 does, by another hash library than the one that reads them. */
function protect(password: string) {
  return (main: Uint8Array, table: Uint8Array) => {
    const md5 = (...pieces: Uint8Array[]) => new Uint8Array(createHash('md5').update(concat(pieces)).digest());
    const salt = Uint8Array.from({ length: 16 }, (_, at) => at);
    const first = md5(wide(password)).subarray(0, 5);
    const base = md5(concat(Array.from({ length: 16 }, () => concat([first, salt])))).subarray(0, 5);
    const block = (bytes: Uint8Array, number: number) => rc4(md5(base, word(number)), bytes);
    const all = (bytes: Uint8Array) =>
      concat(
        Array.from({ length: Math.ceil(bytes.byteLength / 512) }, (_, number) =>
          block(bytes.subarray(number * 512, (number + 1) * 512), number),
        ),
      );
    const verifier = new Uint8Array(16).fill(9);
    const checked = block(concat([verifier, md5(verifier)]), 0);
    const header = concat([short(1), short(1), salt, checked]);
    const shifted = concat([header, table]);
    // The tables move behind the header, and so do the offsets that lead to them.
    const moved = main.slice();
    const view = new DataView(moved.buffer);
    const pieces = 0x9a + 33 * 8;
    view.setUint32(pieces, view.getUint32(pieces, true) + header.byteLength, true);
    const secretMain = all(moved);
    secretMain.set(moved.subarray(0, 68));
    const secretTable = all(shifted);
    secretTable.set(header);
    return { main: secretMain, table: secretTable };
  };
}

function ole10Native(name: string, bytes: Uint8Array): Uint8Array {
  const zeroEnded = (text: string) => new TextEncoder().encode(`${text}\0`);
  const body = concat([
    short(2),
    zeroEnded(name),
    zeroEnded(`C:\\temp\\${name}`),
    short(0),
    short(3),
    word(4),
    zeroEnded('C:\\'),
    word(bytes.byteLength),
    bytes,
  ]);
  return concat([word(body.byteLength), body]);
}

function packedTime(year: number, month: number, day: number, hour: number, minute: number): number[] {
  return [...word(minute | (hour << 6) | (day << 11) | (month << 16) | ((year - 1900) << 20))];
}
