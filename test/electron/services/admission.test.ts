import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let vault: TestCase;
beforeEach(async () => {
  vault = await openTestCase();
});
afterEach(() => vault.close());

const rows = async (show: 'all' | 'problem' = 'all') =>
  (await vault.run('exhibit.list', { caseId: vault.caseId, show })).rows;

const mail = [
  'From: "Broker (exercise)" <broker@example.invalid>',
  'To: charterer@example.invalid',
  'Subject: Meeting at sea',
  'Date: Tue, 10 Mar 2026 09:12:00 +0900',
  'MIME-Version: 1.0',
  'Content-Type: multipart/mixed; boundary="b1"',
  '',
  '--b1',
  'Content-Type: text/plain; charset=utf-8',
  '',
  'The heron will be silent.',
  '--b1',
  'Content-Type: text/plain; name="list.txt"',
  'Content-Disposition: attachment; filename="list.txt"',
  '',
  'Position list of the heron',
  '--b1--',
  '',
].join('\r\n');

test('bytes exported equal the bytes given, whatever they are', async () => {
  const bytes = Buffer.from(Array.from({ length: 3_000_000 }, (_, at) => (at * 31 + (at >> 8)) & 0xff));
  const [exhibitId] = await vault.admit(vault.write('blob.bin', bytes));
  if (!exhibitId) throw new Error('not admitted');
  const out = join(vault.folder, 'out.bin');
  await vault.run('exhibit.export', { exhibitId, to: vault.core.grants.grant(out) });
  expect(readFileSync(out).equals(bytes)).toBe(true);
  const exhibit = await vault.run('exhibit.get', { exhibitId });
  expect(exhibit.sha256).toBe(createHash('sha256').update(bytes).digest('hex'));
  const middle = await vault.run('exhibit.read', { exhibitId, offset: 1_048_570, length: 20 });
  expect(Buffer.from(middle).equals(bytes.subarray(1_048_570, 1_048_590))).toBe(true);
});

test('attachments become child exhibits that came the way their message came', async () => {
  await vault.admit(vault.write('mail.eml', mail));
  const [message, attachment] = await rows();
  expect(message).toMatchObject({
    number: 1,
    title: 'Meeting at sea',
    mediaType: 'message/rfc822',
    attachmentCount: 1,
    reading: 'read',
  });
  expect(attachment).toMatchObject({ number: 2, fileName: 'list.txt', parentId: message?.id, reading: 'read' });
});

test('the same bytes link instead of doubling, and each copy keeps its own provenance', async () => {
  const [first] = await vault.admit(vault.write('a.txt', 'the same words'));
  const added = await vault.admit(vault.write('b.txt', 'the same words'));
  expect(added).toEqual([]);
  if (!first) throw new Error('not admitted');
  const { copies } = await vault.run('exhibit.get', { exhibitId: first });
  expect(copies.map(copy => copy.fileName)).toEqual(['a.txt', 'b.txt']);
});

test('what cannot be admitted is refused with a reason, and takes nothing good down with it', async () => {
  const folder = join(vault.folder, 'drop');
  mkdirSync(join(folder, 'deep', 'er'), { recursive: true });
  writeFileSync(join(folder, 'deep', 'er', '한글 문서 이름.txt'), '유조선 파불라 헤론');
  writeFileSync(join(folder, 'empty.txt'), '');
  writeFileSync(join(folder, 'new\nline.txt'), 'odd name');
  symlinkSync('/etc/hostname', join(folder, 'link'));
  const state = await vault.finish(
    await vault.run('exhibit.admit', {
      caseId: vault.caseId,
      from: [vault.core.grants.grant(folder), vault.core.grants.grant(join(vault.folder, 'gone'))],
    }),
  );
  expect(state).toMatchObject({ state: 'succeeded', result: { admitted: 3, linked: 0, refused: 2 } });
  expect(
    vault.admissions.filter(row => row.outcome === 'refused').map(row => [row.path.split('/').at(-1), row.code]),
  ).toEqual(
    expect.arrayContaining([
      ['link', 'link'],
      ['gone', 'file-vanished'],
    ]),
  );
});

test('a broken PDF stays as bytes, unreadable, with the reason', async () => {
  await vault.admit(vault.write('broken.pdf', '%PDF-1.7\n1 0 obj\n<< /Type /Catalog'));
  const [row] = await rows('problem');
  expect(row).toMatchObject({ reading: 'unreadable', mediaType: 'application/pdf' });
  expect(row?.problem).toMatch(/\w{3,}.*\.$/);
});

test('what is searched is found in any script, in one character or in two', async () => {
  await vault.admit(
    vault.write('ko.txt', '유조선 파불라 헤론호가 선박에 기름을 옮겼다. 金铁三は船長。Кооператив «Заря» Überprüfung'),
  );
  for (const query of [
    '헤론',
    '헤',
    '金铁三',
    '铁',
    '船長',
    'заря',
    'uberprufung',
    '"파불라 헤론"',
    'überprüf*',
    '헤론 AND 선박',
    'type:text 유조선',
  ]) {
    const { groups } = await vault.run('search.run', { caseId: vault.caseId, query });
    expect(groups.length, query).toBe(1);
    expect(groups[0]?.hits[0]?.ranges.length, query).toBeGreaterThan(0);
  }
  expect((await vault.run('search.run', { caseId: vault.caseId, query: '헤린' })).groups).toEqual([]);
});

test('all results are reachable, each exhibit once', async () => {
  for (let at = 0; at < 3; at++) {
    const folder = join(vault.folder, `many${at}`);
    mkdirSync(folder);
    for (let file = 0; file < 40; file++)
      writeFileSync(
        join(folder, `${file}.txt`),
        `${`filler line ${at}-${file}\n`.repeat(400)}the word heron ${at} ${file}\n`.repeat(3),
      );
    await vault.admit(folder);
  }
  const seen: number[] = [];
  for (let offset: number | null = 0; offset !== null; ) {
    const page: Awaited<ReturnType<typeof vault.run<'search.run'>>> = await vault.run('search.run', {
      caseId: vault.caseId,
      query: 'heron',
      offset,
      limit: 7,
    });
    seen.push(...page.groups.map(group => group.number));
    offset = page.nextOffset;
  }
  expect([...seen].sort((left, right) => left - right)).toEqual(Array.from({ length: 120 }, (_, at) => at + 1));
  expect(await vault.run('search.count', { caseId: vault.caseId, query: 'heron' })).toMatchObject({ exhibits: 120 });
});
