/**
 * Archives that were opened and put together again by other hands: whole bags, sealed for us, that hold what cannot be. And what
 * broke other tools when cases were merged: page numbers lost, files not copied, citations orphaned or doubled.
 */
import { createReadStream, writeFileSync } from 'node:fs';
import { buffer } from 'node:stream/consumers';
import { afterEach, expect, test } from 'vitest';
import { newAgeIdentity, openStream, sealStream } from '../../../electron/age/index.ts';
import { readTar, tarBag } from '../../../electron/bag/index.ts';
import type { CaseId, CitationId, FindingId } from '../../../shared/kernel/ids.ts';
import { inspect, merge, seal, send } from '../../support/archives.ts';
import { makePdf } from '../../support/makePdf.ts';
import { openTestCase, openTestCore, type TestCase, type TestCore } from '../../support/openTestCore.ts';

const open: TestCore[] = [];
afterEach(async () => {
  for (const core of open.splice(0)) await core.close();
});

async function vault(): Promise<TestCore> {
  const core = await openTestCore();
  open.push(core);
  return core;
}

function twoPages(): Buffer {
  const line = (text: string) => ({ lines: [{ text, x: 72, y: 700, size: 12 }] });
  return makePdf(
    [line('The log of the port.'), line('Two hulls lay alongside each other.')],
    '/Nums [0 << /S /r >> 1 << /S /D /St 40 >>]',
  );
}

interface Cited extends TestCase {
  findingId: FindingId;
  citationId: CitationId;
}

/** Words on the second page of a PDF, cited by a claim. */
async function citedPdf(core: TestCase): Promise<Cited> {
  open.push(core);
  const { run, caseId } = core;
  const [exhibitId] = await core.admit(core.write('log.pdf', twoPages()));
  if (!exhibitId) throw new Error('nothing was admitted');
  const selection = {
    kind: 'words' as const,
    pageIndex: 1,
    quote: { exact: 'Two hulls', prefix: '', suffix: '' },
    rects: [],
  };
  const { id: passageId } = await run('passage.mark', { exhibitId, selection, note: '', tags: [] });
  const { id: findingId } = await run('finding.create', { caseId, title: 'The hulls met' });
  const { claimId } = await run('finding.addClaim', { findingId, text: 'Two hulls met.', provisionIds: [] });
  const { id: citationId } = await run('citation.cite', { claimId, passageId, bearing: 'supports', credibility: 2 });
  return { ...core, findingId, citationId };
}

type Change = (path: string, bytes: Buffer) => Buffer | null;

/** Opened, changed file by file, bagged anew with fitting digests, and sealed for the same vault. */
async function rebuilt(from: TestCore, into: TestCore, caseId: CaseId, change: Change): Promise<string> {
  const hands = await newAgeIdentity();
  const keys = await into.run('identity.make', { name: 'Test Person', team: 'Test' });
  const path = await seal(from, null, caseId, {
    passphrase: null,
    recipients: [{ name: 'Other hands', recipient: hands.recipient }],
  });
  const entries: { path: string; bytes: Buffer; sizeBytes: number }[] = [];
  for await (const member of readTar(openStream(createReadStream(path), { identities: [hands.identity] }))) {
    const inBag = member.path.slice(member.path.indexOf('/') + 1);
    const bytes = await buffer(member.bytes);
    if (!inBag.startsWith('data/')) continue;
    const changed = change(inBag, bytes);
    if (changed) entries.push({ path: inBag, bytes: changed, sizeBytes: changed.length });
  }
  const bag = tarBag({ name: 'rebuilt', info: {}, entries, signal: new AbortController().signal });
  const pieces: Uint8Array[] = [];
  for await (const piece of sealStream(bag, { recipients: [keys.ageRecipient] })) pieces.push(piece);
  const to = `${path}.rebuilt.age`;
  writeFileSync(to, Buffer.concat(pieces));
  return to;
}

/** Counts of what a case is made of, and everything that points into the void. */
function stateOf({ core }: TestCore) {
  const { readable } = core.session.connection;
  const count = (sql: string) => Number(readable.prepare(sql).get()?.['n']);
  return {
    exhibits: count('SELECT count(*) AS n FROM exhibit'),
    documents: count('SELECT count(*) AS n FROM document'),
    passages: count('SELECT count(*) AS n FROM passage'),
    citations: count('SELECT count(*) AS n FROM citation'),
    orphaned: count(`SELECT count(*) AS n FROM citation WHERE passage_id NOT IN (SELECT id FROM passage)
      OR claim_id NOT IN (SELECT id FROM claim)`),
    withoutDocument: count('SELECT count(*) AS n FROM exhibit WHERE sha256 NOT IN (SELECT sha256 FROM document)'),
  };
}

const whole = { exhibits: 1, documents: 1, passages: 1, citations: 1, orphaned: 0, withoutDocument: 0 };

test('page, page number and words of a citation are the same after the journey there and back, and once', async () => {
  const a = await citedPdf(await openTestCase());
  const b = await vault();
  await send(a, b, a.caseId);
  await send(a, b, a.caseId);
  await send(b, a, a.caseId);
  const [mine, theirs] = await Promise.all(
    [a, b].map(async core => (await core.run('finding.get', { findingId: a.findingId })).claims[0]?.citations),
  );
  expect(mine).toHaveLength(1);
  expect(mine?.[0]).toMatchObject({ id: a.citationId, quote: 'Two hulls', pageIndex: 1, pageLabel: '40' });
  expect(theirs).toEqual(mine);
  expect([stateOf(a), stateOf(b)]).toEqual([whole, whole]);
});

test('the same file admitted by both teams stays two exhibits of one document, and no citation is doubled', async () => {
  const a = await citedPdf(await openTestCase());
  const b = await vault();
  await send(a, b, a.caseId);
  await b.finish(
    await b.run('exhibit.admit', { caseId: a.caseId, from: [b.core.grants.grant(b.write('theirs.pdf', twoPages()))] }),
  );
  await send(b, a, a.caseId);
  const both = { ...whole, exhibits: stateOf(a).exhibits };
  expect([stateOf(a), stateOf(b)]).toEqual([both, both]);
  expect(await a.run('vault.verify', {})).toMatchObject({ ok: true });
});

test('an archive without the file of an exhibit takes in neither the exhibit nor what cites it, and says so', async () => {
  const a = await citedPdf(await openTestCase());
  const b = await vault();
  const path = await rebuilt(a, b, a.caseId, (name, bytes) => (name.startsWith('data/documents/') ? null : bytes));
  const { entry } = await inspect(b, path);
  expect((await merge(b, entry.id)).problems).toBeGreaterThan(0);
  const { problems } = await b.run('archive.get', { inboxId: entry.id });
  expect(problems.join('\n')).toMatch(/exhibit “EX-0001 .*” was not taken in/);
  expect(stateOf(b)).toEqual({ exhibits: 0, documents: 0, passages: 0, citations: 0, orphaned: 0, withoutDocument: 0 });
  expect(await b.run('vault.verify', {})).toMatchObject({ ok: true });
});

test('a document that is not the one its name says is refused, and nothing is taken in', async () => {
  const a = await citedPdf(await openTestCase());
  const b = await vault();
  const path = await rebuilt(a, b, a.caseId, (name, bytes) =>
    name.startsWith('data/documents/') ? Buffer.from('%PDF-1.7 of something else') : bytes,
  );
  await expect(inspect(b, path).then(({ entry }) => merge(b, entry.id))).rejects.toThrow();
  expect(stateOf(b)).toMatchObject({ exhibits: 0, documents: 0, citations: 0 });
});

test('records that cannot be stay out with a sentence each, and the good ones come in', async () => {
  const a = await citedPdf(await openTestCase());
  await a.run('finding.create', { caseId: a.caseId, title: 'A second one' });
  const b = await vault();
  const path = await rebuilt(a, b, a.caseId, (name, bytes) => {
    if (name !== 'data/records/finding.jsonl') return bytes;
    const [first = '', ...others] = bytes.toString('utf8').trimEnd().split('\n');
    const stranger = first.replaceAll('"stage"', '"phase"');
    return Buffer.from([first, ...others, stranger, 'no record at all', '{"id":"fnd-x"}'].join('\n'));
  });
  const { entry, problems } = await inspect(b, path);
  expect(problems).toHaveLength(3);
  await merge(b, entry.id);
  expect((await b.run('finding.list', { caseId: a.caseId })).map(({ title }) => title).sort()).toEqual([
    'A second one',
    'The hulls met',
  ]);
});

test('a custody event that was reworded stays out and is told', async () => {
  const a = await citedPdf(await openTestCase());
  const b = await vault();
  const path = await rebuilt(a, b, a.caseId, (name, bytes) =>
    name.startsWith('data/custody/')
      ? Buffer.from(bytes.toString('utf8').replace('"exhibit-admitted"', '"exhibit-updated"'))
      : bytes,
  );
  const { problems } = await inspect(b, path);
  expect(problems.join('\n')).toMatch(/does not have the hash that it states/);
});
