import { BlobReader, BlobWriter, configure, TextReader, ZipWriter } from '@zip.js/zip.js/lib/zip-core-native.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ArchiveStructure } from '../../../shared/domain/extraction.ts';
import { sheetRows } from '../../../shared/domain/sheet.ts';
import { bytesOf, type Extracted, extractHere } from './support/extractHere.ts';
import { makeCrowdedZip, makeOverlappingZip, makeZip, zipEnd } from './support/makeArchive.ts';

configure({ useWebWorkers: false });

const namesOf = ({ parts }: Extracted) => parts.map(part => part.name);
const textsOf = ({ parts }: Extracted) => parts.map(part => new TextDecoder().decode(part.bytes));
const rowsOf = ({ pages }: Extracted) => pages.flatMap(page => sheetRows(page.text));

function structureOf({ outcome }: Extracted): ArchiveStructure {
  if (!outcome.ok || outcome.summary.structure?.kind !== 'archive') throw new Error('not unpacked');
  return outcome.summary.structure;
}

function warningsOf({ outcome }: Extracted): string[] {
  return outcome.ok ? outcome.summary.warnings : [];
}

const zeros = (mebibytes: number) => new Uint8Array(mebibytes * 1024 * 1024);

async function encryptedZip(password: string, more: { zipCrypto?: boolean; encryptionStrength?: 3 }) {
  const writer = new ZipWriter(new BlobWriter(), { password, ...more });
  await writer.add('secret.txt', new TextReader('charter party of 3 May'));
  await writer.add('second.txt', new BlobReader(new Blob(['demurrage'])));
  return new Uint8Array(await (await writer.close()).arrayBuffer());
}

describe('a ZIP', () => {
  it('gives its members as parts and its directory as a sheet', async () => {
    const zip = makeZip([
      { name: 'papers/' },
      { name: 'papers/bill of lading.txt', content: 'one container' },
      { name: 'papers/empty.txt', isStored: true },
      { name: '보고서.txt', content: 'stored as it is', isStored: true },
    ]);
    const found = await extractHere(zip, 'papers.zip');
    expect(found.parts.map(({ name, disposition, modifiedAt }) => ({ name, disposition, modifiedAt }))).toEqual(
      ['papers/bill of lading.txt', 'papers/empty.txt', '보고서.txt'].map(name => ({
        name,
        disposition: 'member',
        modifiedAt: '2021-05-01 10:20:30',
      })),
    );
    expect(textsOf(found)).toEqual(['one container', '', 'stored as it is']);
    expect(found.pages.map(page => page.sheet)).toEqual([
      { name: 'Contents', firstRow: 0, firstColumn: 0, isHidden: false },
    ]);
    expect(rowsOf(found)).toEqual([
      ['Name', 'Size', 'Modified', 'Note'],
      ['papers/', '', '2021-05-01 10:20:30'],
      ['papers/bill of lading.txt', '13', '2021-05-01 10:20:30'],
      ['papers/empty.txt', '0', '2021-05-01 10:20:30'],
      ['보고서.txt', '15', '2021-05-01 10:20:30'],
    ]);
    expect(structureOf(found)).toEqual({ kind: 'archive', format: 'ZIP', memberCount: 3, leftOut: [] });
    expect(warningsOf(found)).toEqual([]);
  });

  it('keeps names that try to escape as labels, and says so', async () => {
    const names = ['../../etc/passwd', '/root/.ssh/key', 'C:\\Windows\\x.dll', 'a\\..\\b.txt', 'report.txt:hidden'];
    const found = await extractHere(makeZip(names.map(name => ({ name, content: 'x' }))), 'slip.zip');
    expect(namesOf(found)).toEqual([
      '../../etc/passwd',
      '/root/.ssh/key',
      'C:/Windows/x.dll',
      'a/../b.txt',
      'report.txt:hidden',
    ]);
    expect(warningsOf(found)).toEqual([
      "4 names point outside the archive's own folder, as attacks on unpacking programs do; names are only shown here (first: “../../etc/passwd”).",
    ]);
  });

  it('writes out characters that hide or reverse a name, and shortens the middle of very long ones', async () => {
    const names = ['invoice\u202Efdp.exe', 'a\0b', `${'folder/'.repeat(100)}end.pdf`, ''];
    const found = await extractHere(makeZip(names.map(name => ({ name, content: 'x' }))), 'odd.zip');
    expect(namesOf(found).slice(0, 2)).toEqual(['invoice⟨U+202E⟩fdp.exe', 'a␀b']);
    expect(namesOf(found)[2]).toMatch(/^folder\/.*….*\/end\.pdf$/);
    expect(namesOf(found)[3]).toBe('unnamed member 4');
    expect(warningsOf(found)[0]).toContain('2 names hold characters that hide');
  });

  it.each([
    ['GB18030', [0xc9, 0xf3, 0xbc, 0xc6, 0xce, 0xc4, 0xbc, 0xfe], '审计文件'],
    ['EUC-KR', [0xba, 0xb8, 0xb0, 0xed, 0xbc, 0xad], '보고서'],
    ['SHIFT_JIS', [0x95, 0xf1, 0x8d, 0x90, 0x83, 0x66, 0x83, 0x58, 0x83, 0x67], '報告デスト'],
    ['IBM866', [0x84, 0xae, 0xa3, 0xae, 0xa2, 0xae, 0xe0], 'Договор'],
    ['WINDOWS-1251', [0xc4, 0xee, 0xe3, 0xee, 0xe2, 0xee, 0xf0], 'Договор'],
    ['BIG5', [0xa6, 0x58, 0xac, 0xf9, 0xae, 0xd1], '合約書'],
    ['CP437', [0x52, 0x81, 0x63, 0x6b], 'Rück'],
  ])('reads names in %s, and calls it a guess', async (label, bytes, name) => {
    const found = await extractHere(
      makeZip([{ name: Uint8Array.from([...bytes, 0x2e, 0x74]), content: 'x' }]),
      'a.zip',
    );
    expect([namesOf(found), warningsOf(found)]).toEqual([
      [`${name}.t`],
      [`The archive does not say how its names are encoded; they were read as ${label}, which is a guess.`],
    ]);
  });

  it('believes a person about the encoding of names', async () => {
    const zip = makeZip([{ name: Uint8Array.from([0xba, 0xb8, 0xb0, 0xed]), content: 'x' }]);
    const found = await extractHere(zip, 'a.zip', { encoding: 'gb18030' });
    expect([namesOf(found), warningsOf(found)]).toEqual([['焊绊'], []]);
  });

  it('leaves out a member that is damaged, cut, a link or of an unknown method, and takes the others', async () => {
    const found = await extractHere(
      makeZip([
        { name: 'good.txt', content: 'good' },
        { name: 'wrong sum.txt', content: 'altered', statedCrc: 1 },
        { name: 'link', content: '/etc/passwd', isSymlink: true },
        { name: 'old.txt', content: 'x', method: 6 },
        { name: 'same.txt', content: 'first' },
        { name: 'same.txt', content: 'second' },
      ]),
      'mixed.zip',
    );
    expect(textsOf(found)).toEqual(['good', 'first', 'second']);
    expect(structureOf(found).leftOut).toEqual([
      { name: 'wrong sum.txt', reason: 'Its data are damaged.' },
      { name: 'link', reason: 'It is a link to another file, which is not followed.' },
      { name: 'old.txt', reason: 'It is packed by a method that is not read here (Implode).' },
    ]);
    expect(warningsOf(found)).toEqual(['3 members of 6 were not unpacked; the listing says why.']);
    expect(rowsOf(found)[2]?.[3]).toBe('Its data are damaged.');
  });

  it('leaves what macOS keeps beside files in the archive, and says so', async () => {
    const names = ['a.pdf', '__MACOSX/._a.pdf', '._a.pdf', '.DS_Store', 'Thumbs.db', '._alone'];
    const found = await extractHere(makeZip(names.map(name => ({ name, content: 'x' }))), 'mac.zip');
    expect(namesOf(found)).toEqual(['a.pdf', 'Thumbs.db', '._alone']);
    expect(structureOf(found).leftOut.map(member => member.name)).toEqual(['__MACOSX/._a.pdf', '._a.pdf', '.DS_Store']);
  });

  it('takes an archive that stands behind other data, and an empty one', async () => {
    const behind = new Uint8Array([
      ...bytesOf('some data before it'),
      0,
      ...makeZip([{ name: 'a.txt', content: 'inside' }]),
    ]);
    expect(textsOf(await extractHere(behind, 'setup.zip'))).toEqual(['inside']);
    expect(structureOf(await extractHere(zipEnd(0, 0, 0), 'empty.zip')).memberCount).toBe(0);
  });

  it('that is cut short gives the members that are whole', async () => {
    const noise = Array.from({ length: 9000 }, (_, at) => String.fromCharCode(33 + ((at * at * 7919) % 90))).join('');
    const zip = makeZip([
      { name: 'a.txt', content: 'whole' },
      { name: 'b.txt', content: noise },
    ]);
    const found = await extractHere(zip.slice(0, zip.length / 2), 'cut.zip');
    expect([textsOf(found), structureOf(found).leftOut, warningsOf(found)[0]]).toEqual([
      ['whole'],
      [{ name: 'b.txt', reason: 'Its data are damaged.' }],
      'The archive has no directory that can be read, as when it is cut short; members were looked for one by one.',
    ]);
  });

  it('says of one volume of several that the others are needed', async () => {
    const volume = new Uint8Array([...bytesOf('\x01\x02 the end of a member'), 0, ...zipEnd(9, 20, 0, 1)]);
    const { outcome } = await extractHere(volume, 'last.zip');
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'unreadable' } });
    expect(outcome.ok ? '' : outcome.problem.detail).toContain('one volume of a ZIP archive that was split');
  });
});

describe('an encrypted ZIP', () => {
  it.each([
    ['ZipCrypto', { zipCrypto: true }],
    ['AES-256', { encryptionStrength: 3 as const }],
  ])('opens with its password and no other (%s)', async (_, more) => {
    const zip = await encryptedZip('대동강 1994', more);
    const without = await extractHere(zip, 'secret.zip');
    expect(without.outcome).toMatchObject({ ok: false, problem: { code: 'password-needed' } });
    const wrong = await extractHere(zip, 'secret.zip', { password: 'wrong' });
    expect(wrong.outcome).toMatchObject({ ok: false, problem: { code: 'password-wrong' } });
    const right = await extractHere(zip, 'secret.zip', { password: '대동강 1994' });
    expect(textsOf(right)).toEqual(['charter party of 3 May', 'demurrage']);
  });

  it('gives what is not encrypted without a password', async () => {
    const writer = new ZipWriter(new BlobWriter());
    await writer.add('open.txt', new TextReader('open'));
    await writer.add('closed.txt', new TextReader('closed'), { password: 'x' });
    const found = await extractHere(new Uint8Array(await (await writer.close()).arrayBuffer()), 'mixed.zip');
    expect(textsOf(found)).toEqual(['open']);
    expect(structureOf(found).leftOut).toEqual([
      { name: 'closed.txt', reason: 'It is encrypted; read the archive again with its password.' },
    ]);
  });
});

describe('a ZIP bomb', () => {
  const refusal = { ok: false, problem: { code: 'too-large' } };

  it('is refused by the sizes that it states', async () => {
    const found = await extractHere(makeZip([{ name: 'zeros', content: zeros(4) }]), 'bomb.zip');
    expect([found.outcome, found.parts]).toMatchObject([refusal, []]);
  });

  it('is refused by what comes out where it states less', async () => {
    const bomb = makeZip([{ name: 'zeros', content: zeros(4), statedSize: 10 }]);
    expect((await extractHere(bomb, 'lie.zip')).outcome.ok ? 'unpacked' : 'not unpacked').toBe('unpacked');
    expect(structureOf(await extractHere(bomb, 'lie.zip'))).toMatchObject({ leftOut: [{ name: 'zeros' }] });
  });

  it('is refused where members share their data', async () => {
    const { outcome } = await extractHere(makeOverlappingZip(5, bytesOf('some data '.repeat(100))), 'overlap.zip');
    expect(outcome).toMatchObject(refusal);
    expect(outcome.ok ? '' : outcome.problem.detail).toContain('share the same data');
  });

  it('is refused by what all members come to together', async () => {
    const members = Array.from({ length: 5 }, (_, index) => ({ name: `${index}`, content: zeros(1), isStored: true }));
    const { outcome } = await extractHere(makeZip(members), 'sum.zip', {
      limits: { maxExpandedBytes: 4 * 1024 * 1024 },
    });
    expect(outcome).toMatchObject(refusal);
  });

  it('of a million members is refused by their number', async () => {
    const { outcome, parts } = await extractHere(makeCrowdedZip(1_000_000), 'crowd.zip');
    expect([outcome, parts]).toMatchObject([refusal, []]);
  });

  it('is listed and not unpacked where it lies as deep as may be', async () => {
    const zip = makeZip([{ name: 'droste.zip', content: makeZip([{ name: 'droste.zip', content: 'x' }]) }]);
    const found = await extractHere(zip, 'droste.zip', { depth: 10 });
    expect([found.parts, rowsOf(found)[1]?.[0]]).toEqual([[], 'droste.zip']);
    expect(warningsOf(found)).toEqual([
      'The archive lies 10 levels deep in others; its members are listed and were not unpacked.',
    ]);
  });
});

describe('any ZIP', () => {
  it('gives back what was put in', async () => {
    const member = fc.record({
      name: fc.string({ minLength: 1, maxLength: 20 }),
      content: fc.uint8Array({ maxLength: 300 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(member, { maxLength: 5 }), async members => {
        const files = members.filter(({ name }) => !/[\\/]$/.test(name));
        const found = await extractHere(makeZip(files), 'any.zip');
        expect(found.parts.map(part => [...part.bytes])).toEqual(files.map(file => [...file.content]));
      }),
      { numRuns: 25 },
    );
  });

  it('that is altered anywhere never breaks the reader', async () => {
    const zip = makeZip([
      { name: 'a.txt', content: 'some text '.repeat(9) },
      { name: 'b/', isStored: true },
    ]);
    await fc.assert(
      fc.asyncProperty(fc.nat(zip.length - 1), fc.nat(255), fc.nat(zip.length), async (at, byte, end) => {
        const altered = zip.slice(0, Math.max(4, end));
        if (at > 3 && at < altered.length) altered[at] = byte;
        const { outcome } = await extractHere(altered, 'altered.zip');
        expect(
          outcome.ok ||
            ['unreadable', 'too-large', 'password-needed', 'unsupported-type'].includes(outcome.problem.code),
        ).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
