import { createHash } from 'node:crypto';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { bytesOf, type Extracted, extractHere, textOf } from './support/extractHere.ts';
import { makePackedWarc, makeRecord, makeResponse, makeWacz, makeWarc } from './support/makeWarc.ts';

const INFO = makeRecord({
  type: 'warcinfo',
  contentType: 'application/warc-fields',
  body: 'software: Example 1.0\r\noperator: Ana\r\nisPartOf: exercise\r\n',
});
const PAGE = makeResponse(
  'https://news.example/a',
  'text/html; charset=euc-kr',
  Buffer.concat([Buffer.from('<title>T</title><p>'), Buffer.from([0xc7, 0xd1, 0xb1, 0xb9])]),
);
const PDF = makeResponse('https://news.example/files/list?id=1', 'application/pdf', '%PDF-1.7', [
  'Last-Modified: Mon, 02 Mar 2026 10:00:00 GMT',
]);
const STYLE = makeResponse('https://news.example/s.css', 'text/css', 'p{}');
const REVISIT = makeRecord({
  type: 'revisit',
  address: 'https://news.example/b',
  contentType: 'application/http',
  body: 'HTTP/1.1 200 OK\r\n\r\n',
});

function warningsOf({ outcome }: Extracted): string[] {
  return outcome.ok ? outcome.summary.warnings : [JSON.stringify(outcome)];
}

function bodyOf(found: Extracted, index = 0): string {
  return new TextDecoder().decode(found.parts[index]?.bytes);
}

describe('a web archive', () => {
  test.each([
    ['plain', makeWarc],
    ['packed', makePackedWarc],
  ])('%s lists its records; pages are read, other documents are parts', async (_, make) => {
    const { outcome, pages, parts } = await extractHere(make(INFO, PAGE, PDF, STYLE, REVISIT), 'crawl');
    expect(pages.map(({ label, text, sheet }) => [label, text, sheet?.name])).toEqual([
      [
        'https://news.example/a',
        'Address: https://news.example/a\nCaptured: 2026-03-03T01:00:00Z\nTitle: T\n\n한국',
        undefined,
      ],
      [
        'Records',
        [
          'Type\tDate\tStatus\tMedia type\tAddress\tSize',
          'warcinfo\t2026-03-03T01:00:00Z\t\tapplication/warc-fields\t\t58',
          'response\t2026-03-03T01:00:00Z\t200\ttext/html\thttps://news.example/a\t83',
          'response\t2026-03-03T01:00:00Z\t200\tapplication/pdf\thttps://news.example/files/list?id=1\t104',
          'response\t2026-03-03T01:00:00Z\t200\ttext/css\thttps://news.example/s.css\t46',
          'revisit\t2026-03-03T01:00:00Z\t\tapplication/http\thttps://news.example/b\t19',
        ].join('\n'),
        'Records',
      ],
    ]);
    expect(
      parts.map(({ name, mediaType, disposition, modifiedAt }) => [name, mediaType, disposition, modifiedAt]),
    ).toEqual([['news.example/files/list?id=1.pdf', 'application/pdf', 'member', '2026-03-02T10:00:00Z']]);
    expect(outcome).toMatchObject({
      summary: {
        metadata: { software: 'Example 1.0', operator: 'Ana', collection: 'exercise', records: '5' },
        outline: [
          { title: 'T', pageIndex: 0 },
          { title: 'Records', pageIndex: 1 },
        ],
        structure: { format: 'warc', memberCount: 5, leftOut: [{ name: '1 style sheets, scripts and fonts' }] },
        warnings: [],
      },
    });
  });

  test('gives bodies as the server meant them: chunks joined, compression undone', async () => {
    const chunked = '5\r\nfirst\r\n7;x=y\r\n second\r\n0\r\n\r\n';
    const found = await extractHere(
      makeWarc(
        makeResponse('http://a.example/1', 'text/plain', chunked, ['Transfer-Encoding: chunked']),
        makeResponse('http://a.example/2', 'text/plain', 'kept as joined', ['Transfer-Encoding: chunked']),
        makeResponse('http://a.example/3', 'text/plain', gzipSync('packed'), ['Content-Encoding: gzip']),
        makeResponse('http://a.example/4', 'text/plain', 'not packed', ['Content-Encoding: gzip']),
        makeResponse('http://a.example/5', 'text/plain', 'zst', ['Content-Encoding: zstd']),
      ),
      'a.warc',
    );
    expect(found.parts.map((_, index) => bodyOf(found, index).trimEnd())).toEqual([
      'first second',
      'kept as joined',
      'packed',
      'not packed',
      'zst',
    ]);
    expect(warningsOf(found)).toEqual([expect.stringContaining('compressed with zstd')]);
  });

  test('in Brotli is undone where the runtime can, and kept with a word where it cannot', async () => {
    const found = await extractHere(
      makeWarc(
        makeResponse('http://a.example/1', 'text/plain', brotliCompressSync('packed'), ['Content-Encoding: br']),
      ),
      'a.warc',
    );
    if (warningsOf(found).length === 0) expect(bodyOf(found)).toBe('packed');
    else expect(warningsOf(found)).toEqual([expect.stringContaining('compressed with br')]);
  });

  test('checks the digests that its records state', async () => {
    const sha1 = `sha1:${createHash('sha1').update('right').digest('hex')}`;
    const record = (body: string) =>
      makeRecord({ type: 'resource', address: 'http://a.example/', contentType: 'text/plain', body, digest: sha1 });
    expect(warningsOf(await extractHere(makeWarc(record('right')), 'a.warc'))).toEqual([]);
    expect(warningsOf(await extractHere(makeWarc(record('right'), record('wrong')), 'a.warc'))).toEqual([
      expect.stringContaining('1 of 2 records'),
    ]);
  });

  test('takes out pages as parts where they are more than may be shown', async () => {
    const { parts, outcome } = await extractHere(makeWarc(PAGE, PAGE, PAGE), 'a.warc', { limits: { maxPages: 2 } });
    expect(outcome.ok).toBe(true);
    expect(parts.map(part => part.name)).toEqual(['news.example/a.html', 'news.example/a.html']);
  });
});

describe('a hostile web archive', () => {
  const after = makeResponse('http://a.example/after', 'text/plain', 'after');

  test('whose record claims more than there is goes on with the next member, and says so', async () => {
    const liar = makeResponse('http://a.example/liar', 'text/plain', 'short', [], { length: 9_000_000_000 });
    const found = await extractHere(makePackedWarc(liar, after), 'a.warc.gz');
    expect(found.parts.map(part => part.name)).toEqual(['a.example/liar.txt', 'a.example/after.txt']);
    expect(warningsOf(found)).toEqual(['1 records are shorter than they say; what there is of them was read.']);
  });

  test('whose record claims less than there is goes on at the next record, and says so', async () => {
    const liar = makeResponse('http://a.example/liar', 'text/plain', 'longer than it says', [], { length: 50 });
    const found = await extractHere(makeWarc(liar, after), 'a.warc');
    expect(found.parts.map(part => part.name)).toEqual(['a.example/liar.txt', 'a.example/after.txt']);
    expect(warningsOf(found)).toEqual([expect.stringContaining('damaged in 1 places')]);
  });

  test.each(['-1', 'x', '1e3', ''])('with a length of “%s” is read around', async length => {
    const record = makeWarc(PAGE).slice();
    const text = new TextDecoder('latin1').decode(record).replace(/Content-Length: \d+/, `Content-Length: ${length}`);
    const found = await extractHere(makeWarc(Buffer.from(text, 'latin1'), after), 'a.warc');
    expect(found.parts.map(part => part.name)).toEqual(['a.example/after.txt']);
  });

  test('that unpacks to a bomb is stopped', async () => {
    const bomb = gzipSync(
      makeRecord({
        type: 'resource',
        address: 'http://a.example/',
        contentType: 'x/y',
        body: Buffer.alloc(200_000_000),
      }),
    );
    const { outcome } = await extractHere(new Uint8Array(bomb), 'a.warc.gz');
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'too-large' } });
  });

  test('with a bomb for a body is stopped', async () => {
    const body = gzipSync(Buffer.alloc(50_000_000));
    const { outcome } = await extractHere(
      makeWarc(makeResponse('http://a.example/', 'x/y', body, ['Content-Encoding: gzip'])),
      'a.warc',
    );
    expect(outcome).toMatchObject({ ok: false, problem: { code: 'too-large' } });
  });

  test('that breaks off anywhere but between two records says so', async () => {
    const first = makePackedWarc(INFO).byteLength;
    const whole = makePackedWarc(INFO, PAGE, PDF);
    for (let length = 150; length < whole.byteLength; length += 23) {
      if (length === first || length === first + makePackedWarc(PAGE).byteLength) continue;
      const found = await extractHere(whole.slice(0, length), 'a.warc.gz');
      expect(found.outcome.ok).toBe(true);
      expect(warningsOf(found).length).toBeGreaterThan(0);
    }
  });

  test('names its files by their addresses, and never by a path that leads out', async () => {
    const { parts } = await extractHere(
      makeWarc(
        makeRecord({ type: 'resource', address: 'file:///../../etc/passwd', contentType: 'text/plain', body: 'x' }),
        makeRecord({
          type: 'resource',
          address: 'http://a.example/%2e%2e/%2F..%2F..%5Cx',
          contentType: 'text/plain',
          body: 'x',
        }),
        makeRecord({ type: 'resource', address: 'not an address/..', contentType: 'text/plain', body: 'x' }),
      ),
      'a.warc',
    );
    expect(parts.map(part => part.name.split('/').filter(name => name === '..' || name === ''))).toEqual([[], [], []]);
  });
});

describe('a packaged web archive (WACZ)', () => {
  const archive = makePackedWarc(INFO, makeResponse('https://news.example/a', 'text/html', '<p>words'));
  const pages =
    '{"format":"json-pages-1.0"}\n{"url":"https://news.example/a","title":"Listed title","ts":"2026-03-03T01:00:00Z"}\nbroken\n';
  const described = (bytes: Uint8Array) =>
    JSON.stringify({
      title: 'A crawl',
      software: 'Example 2.0',
      created: '2026-03-03',
      resources: [
        { path: 'archive/data.warc.gz', hash: `sha256:${createHash('sha256').update(bytes).digest('hex')}` },
        { path: 'archive/gone.warc.gz', hash: `sha256:${'0'.repeat(64)}` },
      ],
    });

  test('gives the pages of its archives, with the titles that it lists', async () => {
    const found = await extractHere(
      makeWacz({ 'archive/data.warc.gz': archive, 'pages/pages.jsonl': pages, 'datapackage.json': described(archive) }),
      'crawl.wacz',
    );
    expect(textOf(found.pages)).toContain('2026-03-03T01:00:00Z\tListed title\thttps://news.example/a');
    expect(textOf(found.pages)).toContain('Title: Listed title\n\nwords');
    expect(found.outcome).toMatchObject({
      summary: {
        title: 'A crawl',
        metadata: { software: 'Example 2.0', createdAt: '2026-03-03', digestsChecked: '1' },
        structure: { format: 'wacz', memberCount: 2 },
        warnings: [expect.stringContaining('archive/gone.warc.gz is missing')],
      },
    });
  });

  test('that is not what it describes says so', async () => {
    const found = await extractHere(
      makeWacz({ 'archive/data.warc.gz': archive, 'datapackage.json': described(bytesOf('other')) }),
      'crawl.wacz',
    );
    expect(warningsOf(found)[0]).toContain('archive/data.warc.gz was changed');
  });
});
