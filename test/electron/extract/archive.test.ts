import { readFile } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { loadLibarchive, textAt } from '../../../electron/extract/formats/archive/libarchiveWasm.ts';
import { SHIPPED_FILES } from '../../../electron/extract/shippedFiles.ts';
import type { ArchiveStructure } from '../../../shared/domain/extraction.ts';
import { bytesOf, type Extracted, extractHere } from './support/extractHere.ts';
import { makeCab, makeGzipBomb, makeLha, makeSevenZip, makeTar, paxRecord } from './support/makeArchive.ts';
import { makeQuine } from './support/makeQuine.ts';

const PROJECT = new URL('../../../', import.meta.url);

const contentsOf = ({ parts }: Extracted) => parts.map(({ name, bytes }) => [name, new TextDecoder().decode(bytes)]);

function structureOf({ outcome }: Extracted): ArchiveStructure {
  if (!outcome.ok || outcome.summary.structure?.kind !== 'archive') throw new Error('not unpacked');
  return outcome.summary.structure;
}

function warningsOf({ outcome }: Extracted): string[] {
  return outcome.ok ? outcome.summary.warnings : [];
}

function bytesIn(base64: string): Uint8Array {
  return Uint8Array.from(atob(base64), sign => sign.charCodeAt(0));
}

/** "shipped on board\n", three times, as `bzip2`, `xz`, `lz4` and `compress` write it. */
const SHIPPED = {
  bz2: 'QlpoOTFBWSZTWZ3qKSYAABlRgAAQQAA2YdgAIAAiv9VABkIBoAw4q6whxCUNIbZSlL4u5IpwoSE71FJM',
  xz: '/Td6WFoAAATm1rRGAgAhARYAAAB0L+Wj4AAyABhdADmaCWdNJmLaqE+WzrUXV5kOGiND8mAAAAAlz2sheBux8gABNDPKJ3wkH7bzfQEAAAAABFla',
  lz4: 'BCJNGGRApxwAAAD/AnNoaXBwZWQgb24gYm9hcmQKEQAKUG9hcmQKAAAAADViTL8=',
  Z: 'H52Qc9CkgQOnDBkQb9yAEPMmjBwyCgIOLHgw4cKGDyMKJGgQoUKGDiEC',
};

const REFUSED = { ok: false, problem: { code: 'too-large' } };

describe('a TAR', () => {
  it('gives its files with their folders in the name, and leaves out links and devices', async () => {
    const tar = makeTar([
      { name: 'crew/', type: '5' },
      { name: 'crew/list.txt', content: 'master, mate' },
      { name: 'crew/empty' },
      { name: 'soft', type: '2', target: '/etc/passwd' },
      { name: 'hard', type: '1', target: 'crew/list.txt' },
      { name: 'disk', type: '4' },
      { name: 'gaps', type: 'S', content: 'x' },
      { name: '../up.txt', content: 'up' },
    ]);
    const found = await extractHere(tar, 'crew.tar');
    expect(contentsOf(found)).toEqual([
      ['crew/list.txt', 'master, mate'],
      ['crew/empty', ''],
      ['../up.txt', 'up'],
    ]);
    expect(found.parts[0]?.modifiedAt).toBe('2021-05-01T10:20:30Z');
    expect(structureOf(found)).toEqual({
      kind: 'archive',
      format: 'TAR',
      memberCount: 7,
      leftOut: [
        { name: 'soft', reason: 'It is a link to another file, which is not followed.' },
        { name: 'hard', reason: 'It is a link to another file, which is not followed.' },
        { name: 'disk', reason: 'It is a device or pipe and not a file.' },
        { name: 'gaps', reason: 'It is a sparse file, stored with gaps, which is not read here.' },
      ],
    });
    expect(warningsOf(found)[0]).toContain('1 name points outside');
  });

  it('reads long names of GNU and the names, sizes and times of pax', async () => {
    const long = `${'folder/'.repeat(30)}gnu.txt`;
    const records = paxRecord('path', '한글/보고서.txt') + paxRecord('mtime', '1620000000.5');
    const tar = makeTar([
      { name: '././@LongLink', type: 'L', content: `${long}\0` },
      { name: long.slice(0, 100), content: 'gnu' },
      { name: 'PaxHeaders/x', type: 'x', content: records },
      { name: 'short', content: 'pax' },
    ]);
    const found = await extractHere(tar, 'long.tar');
    expect(contentsOf(found)).toEqual([
      [long, 'gnu'],
      ['한글/보고서.txt', 'pax'],
    ]);
    expect(found.parts[1]?.modifiedAt).toBe('2021-05-03T00:00:00Z');
  });

  it('goes on behind its end where another was appended, and reads no member that is cut', async () => {
    const two = new Uint8Array([
      ...makeTar([{ name: 'a', content: 'first' }]),
      ...makeTar([{ name: 'b', content: 'second' }]),
    ]);
    expect(contentsOf(await extractHere(two, 'two.tar'))).toEqual([
      ['a', 'first'],
      ['b', 'second'],
    ]);
    const cut = await extractHere(
      makeTar([
        { name: 'a', content: 'x' },
        { name: 'b', content: 'y'.repeat(5000) },
      ]).slice(0, 3000),
      'cut.tar',
    );
    expect([contentsOf(cut), structureOf(cut).leftOut, warningsOf(cut)[0]]).toEqual([
      [['a', 'x']],
      [{ name: 'b', reason: 'The archive is cut short within it.' }],
      'The archive is cut short within its last member.',
    ]);
  });

  it('takes no stated size on trust', async () => {
    const found = await extractHere(makeTar([{ name: 'a', content: 'x', statedSize: 2 ** 32 }]), 'lie.tar');
    expect([found.parts, structureOf(found).leftOut.length]).toEqual([[], 1]);
  });

  it('whose first member is a PDF is no PDF', async () => {
    const found = await extractHere(makeTar([{ name: 'a.pdf', content: '%PDF-1.7\n' }]), 'a.tar');
    expect(contentsOf(found)).toEqual([['a.pdf', '%PDF-1.7\n']]);
  });
});

describe('a compressed file', () => {
  it('is a TAR with its members where one is inside: both layers are one exhibit', async () => {
    const tar = makeTar([
      { name: 'a.txt', content: 'inside' },
      { name: 'b.txt', content: 'b'.repeat(3000) },
    ]);
    const found = await extractHere(gzipSync(tar), 'both.tgz');
    expect([contentsOf(found)[0], structureOf(found).format]).toEqual([['a.txt', 'inside'], 'TAR.GZ']);
  });

  it('gives the whole members of a TAR that is cut short', async () => {
    const noise = Array.from({ length: 200_000 }, (_, at) => String.fromCharCode(33 + ((at * at * 7919) % 90))).join(
      '',
    );
    const tar = gzipSync(
      makeTar([
        { name: 'a.txt', content: 'whole' },
        { name: 'b.txt', content: noise },
      ]),
    );
    const found = await extractHere(tar.subarray(0, tar.length / 2), 'cut.tgz');
    expect([contentsOf(found), structureOf(found).leftOut]).toEqual([
      [['a.txt', 'whole']],
      [{ name: 'b.txt', reason: 'The archive is cut short within it.' }],
    ]);
  });

  it('is named by its own header, else after the archive', async () => {
    const named = Buffer.concat([bytesIn('H4sICAAAAAAAAw=='), bytesOf('manifest.csv\0'), gzipSync('x').subarray(10)]);
    expect(contentsOf(await extractHere(new Uint8Array(named), 'a.gz'))).toEqual([['manifest.csv', 'x']]);
    expect(contentsOf(await extractHere(gzipSync('x'), 'list.csv.gz'))).toEqual([['list.csv', 'x']]);
  });

  it('may be several streams, padded at the end', async () => {
    const two = new Uint8Array(Buffer.concat([gzipSync('first '), gzipSync('second')]));
    expect(contentsOf(await extractHere(two, 'a.gz'))).toEqual([['a', 'first second']]);
    const padded = await extractHere(new Uint8Array([...two, ...new Uint8Array(600)]), 'a.gz');
    expect([contentsOf(padded), warningsOf(padded)]).toEqual([[['a', 'first second']], []]);
    const joined = await extractHere(new Uint8Array([...two, ...bytesOf('more')]), 'a.gz');
    expect(warningsOf(joined)).toEqual(['Other data follow the compressed ones; they were not read.']);
  });

  it.each(Object.entries(SHIPPED))('is read from %s', async (suffix, base64) => {
    const found = await extractHere(bytesIn(base64), `a.txt.${suffix}`);
    expect(contentsOf(found)).toEqual([['a.txt', 'shipped on board\n'.repeat(3)]]);
  });

  it.each(['gz', ...Object.keys(SHIPPED)])('that is damaged or cut is never a part in pieces (%s)', async suffix => {
    const whole = suffix === 'gz' ? gzipSync('shipped on board\n'.repeat(3)) : bytesIn(SHIPPED[suffix as 'xz']);
    for (const end of [whole.length - 1, whole.length - 9, 20]) {
      const { parts } = await extractHere(whole.slice(0, end), `a.${suffix}`);
      // Old compress and LZ4's end mark apart, whose end cannot be told from a cut.
      if (suffix !== 'Z') expect(parts.every(part => part.bytes.length === 51)).toBe(true);
    }
  });

  it('that unpacks to itself gives itself once, and leaves going on to the admission', async () => {
    const quine = makeQuine();
    const { parts } = await extractHere(quine, 'q.gz');
    expect(parts.map(({ name, bytes }) => [name, Buffer.compare(bytes, quine)])).toEqual([['q.gz', 0]]);
  });

  it('that unpacks to 10 GB is refused after a small piece of it', async () => {
    const bomb = makeGzipBomb(10);
    let readTo = 0;
    const read = (offset: number, length: number) => {
      readTo = Math.max(readTo, offset + length);
      return bomb.slice(offset, offset + length);
    };
    const { outcome } = await extractHere(bomb, 'bomb.gz', { source: { sizeBytes: bomb.length, read } });
    expect(outcome).toMatchObject(REFUSED);
    expect(readTo).toBeLessThan(bomb.length * 0.6);
  });
});

describe('an archive that libarchive reads', () => {
  it('is driven by the exports that its module has', async () => {
    const library = await loadLibarchive({ shipped: name => readFile(new URL(SHIPPED_FILES[name], PROJECT)) });
    expect(textAt(library, library.versionString())).toBe('libarchive 3.7.7');
  });

  it('gives the members of a 7z', async () => {
    const found = await extractHere(
      makeSevenZip([
        { name: '보고서.txt', content: 'first' },
        { name: 'folder/b.txt', content: 'second' },
      ]),
      'a.7z',
    );
    expect(contentsOf(found)).toEqual([
      ['보고서.txt', 'first'],
      ['folder/b.txt', 'second'],
    ]);
    expect(structureOf(found)).toEqual({ kind: 'archive', format: '7z', memberCount: 2, leftOut: [] });
  });

  it('leaves out a member whose data are damaged', async () => {
    const archive = makeSevenZip([{ name: 'a', content: 'first member' }]);
    archive[34] = 0;
    expect(structureOf(await extractHere(archive, 'a.7z')).leftOut).toEqual([
      { name: 'a', reason: 'Its data are damaged.' },
    ]);
  });

  it.each([false, true])(
    'opens an encrypted 7z with its password and no other (names hidden: %s)',
    async hidesNames => {
      const members = [
        { name: '명단.txt', content: 'first' },
        { name: 'b.txt', content: 'second'.repeat(50) },
      ];
      const archive = makeSevenZip(members, { password: '대동강', hidesNames });
      const without = await extractHere(archive, 'a.7z');
      expect(without.outcome).toMatchObject({ ok: false, problem: { code: 'password-needed' } });
      const wrong = await extractHere(archive, 'a.7z', { password: 'wrong' });
      expect(wrong.outcome).toMatchObject({ ok: false, problem: { code: 'password-wrong' } });
      expect(contentsOf(await extractHere(archive, 'a.7z', { password: '대동강' }))).toEqual(
        members.map(({ name, content }) => [name, content]),
      );
    },
  );

  it('takes members out whose names it cannot read', async () => {
    const name = Uint8Array.from([0x95, 0xf1, 0x8d, 0x90, 0x2e, 0x74]);
    const found = await extractHere(
      makeLha([
        { name, content: 'first' },
        { name: 'b.txt', content: 'second' },
      ]),
      'a.lzh',
    );
    expect([contentsOf(found), found.parts[0]?.modifiedAt, warningsOf(found)]).toEqual([
      [
        ['unnamed member 1', 'first'],
        ['b.txt', 'second'],
      ],
      '2021-05-01 10:20:30',
      ['One name is written in an encoding that cannot be read here.'],
    ]);
  });

  it('gives the members of a cabinet', async () => {
    const found = await extractHere(
      makeCab([
        { name: 'folder\\보고서.txt', content: 'first' },
        { name: 'b', content: 'second' },
      ]),
      'a.cab',
    );
    expect(contentsOf(found)).toEqual([
      ['folder/보고서.txt', 'first'],
      ['b', 'second'],
    ]);
  });

  it('reads the old archives of Unix', async () => {
    const ar = '!<arch>\na.txt/          1619864430  0     0     100644  5         `\nfirst\n';
    expect(contentsOf(await extractHere(bytesOf(ar), 'a.a'))).toEqual([['a.txt', 'first']]);
    const cpio = ['a.txt', 'TRAILER!!!'].map(name => {
      const content = name === 'a.txt' ? 'first' : '';
      const field = (value: number) => value.toString(8).padStart(6, '0');
      return `070707${field(1)}${field(1)}${field(0o100644)}${'000000'.repeat(2)}${field(1)}${'000000'}${'0'.repeat(11)}${field(name.length + 1)}${content.length.toString(8).padStart(11, '0')}${name}\0${content}`;
    });
    expect(contentsOf(await extractHere(bytesOf(cpio.join('')), 'a.cpio'))).toEqual([['a.txt', 'first']]);
  });

  it('that is altered anywhere never breaks the reader', async () => {
    const archive = makeSevenZip([{ name: 'a', content: 'first member' }]);
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 6, max: archive.length - 1 }), fc.nat(255), async (at, byte) => {
        const altered = archive.slice();
        altered[at] = byte;
        const { outcome } = await extractHere(altered, 'a.7z');
        expect(
          outcome.ok || ['unreadable', 'too-large', 'out-of-memory', 'password-needed'].includes(outcome.problem.code),
        ).toBe(true);
      }),
      { numRuns: 40 },
    );
  });
});

it.each(['tar', 'gz', '7z'])(
  'an archive that is cut anywhere is told or its whole members given (%s)',
  async suffix => {
    const members = [
      { name: 'a', content: 'first' },
      { name: 'b', content: 'second' },
    ];
    const whole =
      suffix === '7z' ? makeSevenZip(members) : suffix === 'tar' ? makeTar(members) : gzipSync(makeTar(members));
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: suffix === 'tar' ? 512 : 8, max: whole.length }), async end => {
        const found = await extractHere(whole.slice(0, end), `a.${suffix}`);
        expect(contentsOf(found)).toEqual(
          members.map(({ name, content }) => [name, content]).slice(0, found.parts.length),
        );
        if (found.outcome.ok && found.parts.length < members.length) expect(warningsOf(found)).not.toEqual([]);
      }),
      { numRuns: 30 },
    );
  },
);
