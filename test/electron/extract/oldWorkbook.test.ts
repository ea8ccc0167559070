import { utils, write } from '@e965/xlsx';
import { describe, expect, test } from 'vitest';
import { byteReaderOver } from '../../../electron/extract/byteReader.ts';
import { openCompoundFile } from '../../../electron/extract/cfb.ts';
import { writeCompoundFile } from '../../../electron/extract/cfbWrite.ts';
import { extractHere, textOf } from './support/extractHere.ts';
import { concat, short } from './support/makeDoc.ts';
import { makeProtection } from './support/makeProtection.ts';

describe('a workbook of the old format that is protected', () => {
  test('opens with its password, and with nothing else', async () => {
    const bytes = await makeProtected('open sesame');
    expect((await extractHere(bytes, 'p.xls')).outcome).toMatchObject({
      problem: { code: 'password-needed' },
      detected: { mediaType: 'application/vnd.ms-excel' },
    });
    expect((await extractHere(bytes, 'p.xls', { password: 'wrong' })).outcome).toMatchObject({
      problem: { code: 'password-wrong' },
    });
    const { outcome, pages } = await extractHere(bytes, 'p.xls', { password: 'open sesame' });
    expect(textOf(pages)).toContain('Secret exercise');
    expect(outcome).toMatchObject({ summary: { metadata: { protection: 'password' } } });
  });

  test('with the password that everybody knows is opened without being asked', async () => {
    expect(textOf((await extractHere(await makeProtected('VelvetSweatshop'), 'p.xls')).pages)).toContain('Secret');
  });

  test('by an obfuscation says that this is not supported', async () => {
    const { outcome } = await extractHere(await makeProtected('x', { isObfuscated: true }), 'p.xls');
    expect(outcome).toMatchObject({
      problem: { code: 'password-needed', detail: expect.stringContaining('not supported') },
    });
  });
});

/** A workbook that SheetJS wrote, encrypted as Excel XP does. */
async function makeProtected(password: string, { isObfuscated = false } = {}): Promise<Uint8Array> {
  const book = utils.book_new();
  const rows = Array.from({ length: 100 }, (_, at) => [`row ${at}`, 'Secret exercise']);
  utils.book_append_sheet(book, utils.aoa_to_sheet(rows), 'List');
  const file = await openCompoundFile(
    byteReaderOver(new Uint8Array(write(book, { type: 'array', bookType: 'biff8' }))),
    () => {},
  );
  const stream = file.find('Workbook');
  if (stream === undefined) throw new Error('no workbook');
  const plain = await file.read(stream);

  const { session, encrypt } = makeProtection(password);
  const payload = concat([short(isObfuscated ? 0 : 1), session]);
  const mark = concat([short(0x2f), short(payload.byteLength), payload]);
  const begin = 4 + (plain[2] ?? 0);
  const whole = concat([plain.subarray(0, begin), mark, plain.subarray(begin)]);

  const view = new DataView(whole.buffer);
  const secret = concat(
    Array.from({ length: Math.ceil(whole.byteLength / 1024) }, (_, number) =>
      encrypt(whole.subarray(number * 1024, (number + 1) * 1024), number),
    ),
  );
  for (let at = 0; at + 4 <= whole.byteLength; ) {
    const type = view.getUint16(at, true);
    const length = view.getUint16(at + 2, true);
    // Sheets begin later by the length of the mark.
    if (type === 0x85) view.setUint32(at + 4, view.getUint32(at + 4, true) + mark.byteLength, true);
    const open = type === 0x809 || type === 0x2f || type === 0xe1 ? length : type === 0x85 ? 4 : 0;
    secret.set(whole.subarray(at, at + 4 + open), at);
    at += 4 + length;
  }
  return writeCompoundFile([{ name: 'Workbook', bytes: secret }]);
}
