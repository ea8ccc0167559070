import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { readMbox } from '../../../electron/extract/formats/mbox/mboxLines.ts';
import { bytesOf, extractHere, textOf } from './support/extractHere.ts';

const SEPARATOR = 'From ana@example.org Tue Mar  3 10:00:00 2026';

function message(subject: string, body: string): string {
  return `From: Ana <ana@example.org>\nTo: ben@example.net\nSubject: ${subject}\nDate: Tue, 3 Mar 2026 10:00:00 +0900\n\n${body}\n`;
}

describe('a mailbox', () => {
  test('lists its messages, and each becomes a part with its bytes as they are stored', async () => {
    const first = message('=?utf-8?Q?Fracht_=E2=84=961?=', '>From quoted\nFrom here it goes on at 10:00 in 2026');
    const second = message('a/b', 'second');
    const { outcome, pages, parts } = await extractHere(
      bytesOf(`${SEPARATOR}\n${first}\n${SEPARATOR}\n${second}`),
      'box.mbox',
    );
    expect(pages.map(({ text, label, sheet }) => ({ text, label, sheet }))).toEqual([
      {
        text: [
          'Number\tDate\tFrom\tTo\tSubject\tSize',
          `1\tTue, 3 Mar 2026 10:00:00 +0900\tAna <ana@example.org>\tben@example.net\tFracht №1\t${first.length + 1}`,
          `2\tTue, 3 Mar 2026 10:00:00 +0900\tAna <ana@example.org>\tben@example.net\ta/b\t${second.length}`,
        ].join('\n'),
        label: 'Messages',
        sheet: { name: 'Messages', firstRow: 0, firstColumn: 0, isHidden: false },
      },
    ]);
    expect(parts.map(({ bytes, index: _, ...part }) => ({ ...part, text: new TextDecoder().decode(bytes) }))).toEqual([
      {
        name: '0001 Fracht №1.eml',
        mediaType: 'message/rfc822',
        disposition: 'member',
        modifiedAt: '2026-03-03T10:00:00+09:00',
        text: `${first}\n`,
      },
      {
        name: '0002 a-b.eml',
        mediaType: 'message/rfc822',
        disposition: 'member',
        modifiedAt: '2026-03-03T10:00:00+09:00',
        text: second,
      },
    ]);
    expect(outcome).toMatchObject({
      summary: {
        detected: { mediaType: 'application/mbox' },
        structure: { kind: 'archive', format: 'mbox', memberCount: 2, leftOut: [] },
      },
    });
  });

  test('takes the quoting mark off only in the form that says how it was put on', async () => {
    const bytes = bytesOf(`${SEPARATOR}\n${message('s', '>From a\n>>From b\n> From c')}`);
    const bodyOf = async (name: string) =>
      new TextDecoder().decode((await extractHere(bytes, name)).parts[0]?.bytes).split('\n\n')[1];
    expect(await bodyOf('box.mboxrd')).toBe('From a\n>From b\n> From c\n');
    expect(await bodyOf('box.mbox')).toBe('>From a\n>>From b\n> From c\n');
  });

  test('with more messages than are taken out lists all of them and says so', async () => {
    const all = Array.from({ length: 5 }, (_, index) => `${SEPARATOR}\n${message(`m${index}`, 'x')}\n`).join('');
    const { outcome, pages, parts } = await extractHere(bytesOf(all), 'box.mbox', { limits: { maxParts: 2 } });
    expect(parts.length).toBe(2);
    expect(textOf(pages).split('\n').length).toBe(6);
    expect(outcome).toMatchObject({
      summary: { structure: { memberCount: 5, leftOut: [{ name: 'messages 3 to 5', reason: expect.any(String) }] } },
    });
  });

  test('far above what is parsed at once is read as a stream', async () => {
    const filler = 'x'.repeat(76);
    const large = message('large', `${filler}\n`.repeat(20_000));
    const { parts, outcome } = await extractHere(
      bytesOf(`${SEPARATOR}\n${large}\n${SEPARATOR}\n${message('small', 'y')}`),
      'box',
      { limits: { maxParseBytes: 100_000 } },
    );
    expect(outcome.ok).toBe(true);
    expect(parts.map(part => part.bytes.byteLength)).toEqual([large.length + 1, message('small', 'y').length]);
  });

  test('deep inside other documents is listed and not unpacked', async () => {
    const { outcome, pages, parts } = await extractHere(bytesOf(`${SEPARATOR}\n${message('s', 'x')}`), 'b.mbox', {
      depth: 10,
    });
    expect(parts).toEqual([]);
    expect(textOf(pages)).toContain('\ts\t');
    expect(outcome).toMatchObject({ summary: { warnings: [expect.stringContaining('10 levels deep')] } });
  });

  test('gives the same messages however the stream cuts it', async () => {
    const box = bytesOf(
      `\n${SEPARATOR}\n${message('one', 'From me to you\n\nFrom x Tue Mar 3\n')}\n${SEPARATOR}\n\nno headers\n\n${SEPARATOR}\n${message('two', 'end')}`,
    );
    const whole = await messagesOf(box, [box.byteLength]);
    expect(whole.length).toBe(3);
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 90 }), { minLength: 1, maxLength: 60 }), async sizes => {
        expect(await messagesOf(box, sizes)).toEqual(whole);
      }),
      { numRuns: 50 },
    );
  });
});

async function messagesOf(bytes: Uint8Array, sizes: number[]): Promise<string[]> {
  async function* chunks() {
    for (let at = 0, index = 0; at < bytes.byteLength; index += 1) {
      const size = sizes[index % sizes.length] ?? 1;
      yield bytes.slice(at, at + size);
      at += size;
    }
  }
  const messages: string[] = [];
  for await (const event of readMbox(chunks())) {
    if (event.kind === 'message') messages.push('');
    else messages.push(`${messages.pop() ?? ''}${new TextDecoder().decode(event.bytes)}`);
  }
  return messages;
}
