import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, test } from 'vitest';
import { decryptBlowfishCfb, openBlowfish } from '../../../electron/extract/formats/office/blowfish.ts';
import { extractHere, textOf } from './support/extractHere.ts';
import { encryptBlowfishCfb, lockMembers, lockWhole } from './support/makeLocked.ts';
import { makeOpenDocument, openDocumentXml } from './support/makeOffice.ts';

const PASSWORD = '열려라 참깨';
const PLAIN = makeOpenDocument('text', '<office:text><text:p>Secret exercise</text:p></office:text>', {
  more: { 'Pictures/scan.png': new Uint8Array(4000).fill(1), 'settings.xml': '<settings/>' },
});
const SHEET = makeOpenDocument(
  'spreadsheet',
  '<office:spreadsheet><table:table table:name="In"><table:table-row><table:table-cell><text:p>a</text:p></table:table-cell><table:table-cell><text:p>b</text:p></table:table-cell></table:table-row></table:table></office:spreadsheet>',
);
const open = (bytes: Uint8Array, password?: string) =>
  extractHere(bytes, 'locked.odt', password === undefined ? {} : { password });

describe('an OpenDocument file with a password', () => {
  test.each([
    ['AES, member by member', lockMembers(PLAIN, PASSWORD)],
    ['Blowfish, member by member', lockMembers(PLAIN, PASSWORD, { method: 'old' })],
    ['AES, whole', lockWhole(PLAIN, PASSWORD)],
    ['AES, whole, its vector in the manifest only', lockWhole(PLAIN, PASSWORD, { vectorFirst: false })],
  ])('by %s, opens with it, pictures included, and with nothing else', async (_, bytes) => {
    expect((await open(bytes)).outcome).toMatchObject({ problem: { code: 'password-needed' } });
    expect((await open(bytes, 'wrong')).outcome).toMatchObject({ problem: { code: 'password-wrong' } });
    const { outcome, pages, parts } = await open(bytes, PASSWORD);
    expect(textOf(pages)).toBe('Secret exercise');
    expect(parts.map(({ name, bytes: picture }) => [name, picture])).toEqual([
      ['scan.png', new Uint8Array(4000).fill(1)],
    ]);
    expect(outcome).toMatchObject({ summary: { metadata: { protection: 'password' }, warnings: [] } });
  });

  test('gives the cells of a spreadsheet, and embedded documents as files that are not protected', async () => {
    const { pages } = await extractHere(
      lockWhole(SHEET, 'p', { mediaType: 'application/vnd.oasis.opendocument.spreadsheet' }),
      's.ods',
      { password: 'p' },
    );
    expect(pages.map(({ text, sheet }) => [text, sheet?.name])).toEqual([['a\tb', 'In']]);
    const outer = makeOpenDocument('text', '<office:text><text:p>x</text:p></office:text>', {
      manifest:
        '<manifest:file-entry manifest:full-path="Object 1/" manifest:media-type="application/vnd.oasis.opendocument.text"/>',
      more: { 'Object 1/content.xml': openDocumentXml('<office:text><text:p>inner</text:p></office:text>') },
    });
    const { parts } = await open(lockMembers(outer, 'p'), 'p');
    expect(textOf((await open(parts[0]?.bytes ?? new Uint8Array(0))).pages)).toBe('inner');
  });

  test('that locks its pictures only is read without one, and says so', async () => {
    const bytes = lockMembers(PLAIN, 'p', { locked: /png$/ });
    const { outcome, pages, parts } = await open(bytes);
    expect([textOf(pages), parts]).toEqual(['Secret exercise', []]);
    expect(outcome).toMatchObject({
      summary: { metadata: {}, warnings: [expect.stringContaining('enter its password')] },
    });
    expect((await open(bytes, 'p')).parts).toHaveLength(1);
  });

  test('opens though its manifest gives no checksum, another one, or more padding than needed', async () => {
    const longer = makeOpenDocument('text', `<office:text><text:p>${'words '.repeat(50)}</text:p></office:text>`);
    for (const change of [
      (text: string) => text.replace(/ manifest:checksum="[^"]*"/g, ''),
      (text: string) => text.replace(/ manifest:checksum="[^"]*"/g, ` manifest:checksum="${'A'.repeat(43)}="`),
    ]) {
      expect(textOf((await open(lockMembers(longer, 'p', { change }), 'p')).pages)).toContain('words words');
      expect((await open(lockMembers(longer, 'p', { change }), 'q')).outcome).toMatchObject({
        problem: { code: 'password-wrong' },
      });
    }
  });

  test('of which one member is damaged opens all the same, and says what is missing', async () => {
    const spoil = (name: string, sealed: Uint8Array) => (name === 'settings.xml' ? sealed.map(byte => ~byte) : sealed);
    expect(textOf((await open(lockMembers(PLAIN, 'p', { spoil }), 'p')).pages)).toBe('Secret exercise');
    const long = makeOpenDocument('text', `<office:text>${randomParagraphs(2000)}</office:text>`, {
      more: { 'settings.xml': '<settings/>' },
    });
    const cut = lockMembers(long, 'p', {
      spoil: (name, sealed) => (name === 'content.xml' ? sealed.subarray(0, sealed.byteLength >> 1) : sealed),
    });
    const { outcome, pages } = await open(cut, 'p');
    expect(textOf(pages)).toContain('paragraph 10 ');
    expect(outcome).toMatchObject({
      summary: { warnings: expect.arrayContaining([expect.stringContaining('its end is missing')]) },
    });
  });

  test('by a method, for key holders, or with work that is not supported says which', async () => {
    const changed = (change: (manifest: string) => string) => lockMembers(PLAIN, 'p', { change });
    const refusals: [Uint8Array, object][] = [
      [
        changed(text => text.replaceAll('aes256-cbc', 'des-ede3-cbc')),
        { code: 'password-needed', detail: expect.stringContaining('not supported') },
      ],
      [
        changed(text => text.replaceAll('"PBKDF2"', '"scrypt"')),
        { code: 'password-needed', detail: expect.stringContaining('not supported') },
      ],
      [
        changed(text =>
          text.replace('<manifest:file-entry', '<manifest:keyinfo><manifest:encrypted-key/></manifest:keyinfo>$&'),
        ),
        { code: 'password-needed', detail: expect.stringContaining('OpenPGP') },
      ],
      [changed(text => text.replaceAll('count="1000"', 'count="4000000000"')), { code: 'unreadable' }],
      [changed(text => text.replaceAll('key-size="32"', 'key-size="-1"')), { code: 'unreadable' }],
      [changed(text => text.replace(/salt="[^"]*"/g, 'salt="%"')), { code: 'unreadable' }],
      [
        lockWhole(PLAIN, 'p', { change: text => text.replace('memory="64"', 'memory="4000000"') }),
        { code: 'unreadable' },
      ],
      [lockWhole(zipSync({ 'other.xml': strToU8('<a/>') }), 'p'), { code: 'unreadable' }],
      [lockWhole(strToU8('not a package'), 'p'), { code: 'unreadable' }],
    ];
    for (const [bytes, problem] of refusals) {
      const { outcome } = await extractHere(bytes, 'locked.odt', { password: 'p' });
      expect(outcome).toMatchObject({ problem });
    }
  });

  test('that unpacks to a bomb is refused', async () => {
    const bomb = makeOpenDocument('text', `<office:text/><!--${' '.repeat(8_000_000)}-->`);
    for (const bytes of [
      lockMembers(bomb, 'p'),
      lockWhole(zipSync({ bomb: new Uint8Array(9_000_000) }, { level: 0 }), 'p'),
    ])
      expect((await extractHere(bytes, 'b.odt', { password: 'p' })).outcome).toMatchObject({
        problem: { code: 'too-large' },
      });
  });

  test('gives its words or a plain reason, whichever byte of it is altered', async () => {
    const bytes = lockMembers(PLAIN, 'p');
    await fc.assert(
      fc.asyncProperty(fc.nat({ max: bytes.byteLength - 1 }), fc.integer({ min: 1, max: 255 }), async (at, by) => {
        const altered = bytes.slice();
        altered[at] = (altered[at] ?? 0) ^ by;
        const { outcome } = await open(altered, 'p');
        expect(outcome.ok || outcome.problem.detail.length > 0).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});

describe('Blowfish', () => {
  test.each([
    ['0000000000000000', '0000000000000000', '4ef997456198dd78'],
    ['0123456789abcdef', '1111111111111111', '61f9c3802281b096'],
    ['f0e1d2c3b4a5968778695a4b3c2d1e0f0011223344556677', 'fedcba9876543210', '05044b62fa52d080'],
  ])('with the key %s gives what its author published', (key, plain, expected) => {
    const block = new Uint8Array(Buffer.from(plain, 'hex'));
    openBlowfish(new Uint8Array(Buffer.from(key, 'hex')))(new DataView(block.buffer));
    expect(Buffer.from(block).toString('hex')).toBe(expected);
  });

  test('gives back what was encrypted, of any length', () => {
    fc.assert(
      fc.property(
        fc.uint8Array({ maxLength: 100 }),
        fc.uint8Array({ minLength: 4, maxLength: 56 }),
        fc.uint8Array({ minLength: 8, maxLength: 8 }),
        (bytes, key, initial) => {
          expect(decryptBlowfishCfb(encryptBlowfishCfb(bytes, key, initial), key, initial)).toEqual(bytes);
        },
      ),
      { numRuns: 30 },
    );
  });
});

/** What does not shrink to nothing. */
function randomParagraphs(count: number): string {
  return Array.from(
    { length: count },
    (_, at) => `<text:p>paragraph ${at} ${((at * 7919) % 10007).toString(36)}</text:p>`,
  ).join('');
}
