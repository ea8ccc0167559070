import { inflateSync } from 'node:zlib';
import { afterEach, expect, test } from 'vitest';
import { readDocument } from '../../../electron/documents/documentStore.ts';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { Exhibit, PageRect } from '../../../shared/domain/exhibit.ts';
import type { ExhibitId } from '../../../shared/kernel/ids.ts';
import { makePdf } from '../../support/makePdf.ts';
import { makePng } from '../../support/makePng.ts';
import { openTestCase, type TestCase } from '../../support/openTestCore.ts';

let testCase: TestCase;
afterEach(() => testCase.close());

const SECRET = 'Quintella Marsh';
const line = (text: string, y: number, x = 60) => ({ text, x, y, size: 12 });
/** Around the second line of the page: 842 points high, its baseline at 700. */
const overSecret: PageRect = { x: 0.09, y: 1 - 714 / 842, w: 0.5, h: 18 / 842 };

async function admitted(name: string, bytes: string | Uint8Array): Promise<ExhibitId> {
  const [id] = await testCase.admit(testCase.write(name, bytes));
  if (!id) throw new Error('nothing was admitted');
  return id;
}

async function make(input: InputOf<'redaction.make'>) {
  const state = await testCase.finish(await testCase.run('redaction.make', input));
  if (state.state !== 'succeeded') return { state, copy: null, bytes: Buffer.alloc(0) };
  const { exhibitId } = state.result as { exhibitId: ExhibitId };
  const copy = await testCase.run('exhibit.get', { exhibitId });
  const bytes = Buffer.concat([...readDocument(testCase.core.session.connection.readable, copy.sha256)]);
  return { state, copy, bytes };
}

async function textOf(exhibit: Pick<Exhibit, 'id' | 'pageCount'>): Promise<string[]> {
  if (exhibit.pageCount === 0) return [];
  const pages = await testCase.run('exhibit.pages', { exhibitId: exhibit.id, from: 0, count: exhibit.pageCount });
  return pages.map(page => page.text);
}

/** Every stream of the PDF, inflated, beside its plain bytes: words may hide in neither. */
function everyByte(pdf: Buffer): string {
  const whole = pdf.toString('latin1');
  const streams = [...whole.matchAll(/\/Length (\d+) >>\nstream\n/g)].map(found => {
    const from = (found.index ?? 0) + found[0].length;
    const bytes = pdf.subarray(from, from + Number(found[1]));
    try {
      return inflateSync(bytes).toString('latin1');
    } catch {
      return bytes.toString('latin1');
    }
  });
  return [whole, ...streams].join('\n');
}

/** The picture of a page as grey or RGB samples, with its size. */
async function drawn(exhibitId: ExhibitId, pageIndex = 0) {
  const { decode } = await import('fast-png');
  const { png } = await testCase.run('exhibit.draw', { exhibitId, pageIndex });
  const { width, height, channels, depth, data: given } = decode(png);
  // A page without greys is a bit a pixel, each row begun anew.
  const bits = Uint8Array.from({ length: width * height }, (_, at) => {
    const [x, y] = [at % width, Math.floor(at / width)];
    return ((given[y * Math.ceil(width / 8) + (x >> 3)] ?? 0) >> (7 - (x & 7))) & 1 ? 255 : 0;
  });
  const data = depth === 1 ? bits : given;
  const at = (x: number, y: number) => data[(Math.floor(y * height) * width + Math.floor(x * width)) * channels] ?? -1;
  const darkIn = ({ x, y, w, h }: PageRect) => {
    let dark = 0;
    let all = 0;
    for (let row = Math.ceil(y * height); row < (y + h) * height; row += 1)
      for (let column = Math.ceil(x * width); column < (x + w) * width; column += 1) {
        all += 1;
        if ((data[(row * width + column) * channels] ?? 255) < 8) dark += 1;
      }
    return dark / all;
  };
  return { at, darkIn };
}

test('redacted words are in no byte of the copy, and one colour stands where they stood', async () => {
  testCase = await openTestCase();
  const info = `/Nums [0 << /S /r >>]`;
  const pdf = makePdf(
    [
      { lines: [line('The agent was named as follows', 760), line(SECRET, 700), line('and paid in cash.', 640)] },
      { lines: [line('A second page.', 700)] },
    ],
    info,
  );
  const exhibitId = await admitted('letter.pdf', pdf);
  const { copy, bytes } = await make({
    exhibitId,
    marks: [
      { pageIndex: 0, rects: [overSecret], words: SECRET, reason: 'personal-data', note: 'a child of the agent' },
    ],
  });
  if (!copy) throw new Error('no copy');
  expect(copy).toMatchObject({
    number: 2,
    title: 'Redacted copy',
    fileName: 'redacted.pdf',
    mediaType: 'application/pdf',
    parentId: null,
    handlingMark: 'TLP:GREEN',
  });
  const held = everyByte(bytes);
  for (const words of [SECRET, 'Quintella', 'Marsh', 'letter', 'a child', 'EX-0001', '/Info', '/Metadata', '/Title'])
    expect(held, words).not.toContain(words);
  const text = await textOf(copy);
  expect(text.slice(0, 2)).toEqual(['', '']);
  expect(text[2]).toContain('Page 1: personal data');

  const page = await drawn(copy.id);
  expect(page.darkIn(overSecret)).toBe(1);
  expect(page.darkIn({ x: 0.7, y: 0.5, w: 0.2, h: 0.2 })).toBe(0);
  // The rest of the page is there to be read.
  const rest = await drawn(exhibitId);
  const first = { x: 0.1, y: 1 - 772 / 842, w: 0.3, h: 14 / 842 };
  expect(page.darkIn(first)).toBeGreaterThan(0.02);
  expect(Math.abs(page.darkIn(first) - rest.darkIn(first))).toBeLessThan(0.05);
  // The original is as it was admitted.
  expect((await textOf(await testCase.run('exhibit.get', { exhibitId })))[0]).toContain(SECRET);
});

test('the custody log says that it was redacted and why; the link to the original stays in the vault', async () => {
  testCase = await openTestCase();
  const { run, caseId } = testCase;
  const exhibitId = await admitted('letter.pdf', makePdf([{ lines: [line(SECRET, 700)] }]));
  const selection = { kind: 'region' as const, pageIndex: 0, rect: overSecret };
  await run('redaction.mark', { exhibitId, selection, reason: 'confidential-source' });
  expect(await run('redaction.marks', { exhibitId })).toMatchObject([{ mark: { reason: 'confidential-source' } }]);
  const { copy } = await make({ exhibitId });
  if (!copy) throw new Error('no copy');
  const { events } = await run('custody.list', { caseId, beforeSeq: null, limit: 5 });
  expect(events.find(event => event.action === 'exhibit-redacted')).toMatchObject({
    exhibitId: copy.id,
    subject: 'EX-0002',
    sha256: copy.sha256,
    details: { original: 'EX-0001', kind: 'redacted', places: '1', reasons: 'confidential source' },
  });
  expect(await run('redaction.ofExhibit', { exhibitId: copy.id })).toMatchObject({ copyOf: { originalNumber: 1 } });
  expect((await run('redaction.ofExhibit', { exhibitId })).copies.map(one => one.number)).toEqual([2]);
});

test('the same marks again make the same bytes, and no second copy', async () => {
  testCase = await openTestCase();
  const exhibitId = await admitted('letter.pdf', makePdf([{ lines: [line(SECRET, 700)] }]));
  const marks = [{ pageIndex: 0, rects: [overSecret], reason: 'privileged' as const }];
  const first = await make({ exhibitId, marks });
  const second = await make({ exhibitId, marks });
  expect(second.copy?.id).toBe(first.copy?.id);
  expect((await testCase.run('redaction.ofExhibit', { exhibitId })).copies).toHaveLength(1);
  const copyId = first.copy?.id as ExhibitId;
  await testCase.run('exhibit.withdraw', { exhibitId: copyId, reason: 'not needed' });
  expect((await make({ exhibitId, marks })).copy).toMatchObject({ id: copyId, withdrawnAt: null });
});

test('originals that look the same once they are painted over have a copy each, with its own source', async () => {
  testCase = await openTestCase();
  const { run, caseId } = testCase;
  const letters = [makePdf([{ lines: [line('Berths', 760), line(`by ${SECRET}`, 700)] }])];
  // The same page in another file: its end says when it was made.
  letters.push(Buffer.concat([Buffer.from(letters[0] ?? []), Buffer.from('\n% saved again\n')]));
  const texts = ['The berth is the ninth.\nBy Ada.\n', 'The berth is the ninth.\nBy Eva.\n'];
  const region = { pageIndex: 0, rects: [overSecret], words: '', reason: 'privileged' as const };
  const said = (words: string) => ({ ...region, rects: [], words });
  const copies: { originalId: ExhibitId; copyId: ExhibitId }[] = [];
  for (const [at, bytes] of [...letters, ...texts].entries()) {
    const originalId = await admitted(`letter-${at}.${at < 2 ? 'pdf' : 'txt'}`, bytes);
    const marks = [at < 2 ? region : said(at === 2 ? 'Ada' : 'Eva')];
    const { copy } = await make({ exhibitId: originalId, marks });
    copies.push({ originalId, copyId: copy?.id as ExhibitId });
  }
  expect(new Set(copies.map(({ copyId }) => copyId)).size).toBe(4);
  for (const { originalId, copyId } of copies)
    expect(
      (await run('redaction.ofExhibit', { exhibitId: originalId })).copies.map(({ exhibitId }) => exhibitId),
    ).toEqual([copyId]);
  expect((await run('bundle.preFlight', { caseId, inPlace: copies })).concerns).toBeDefined();
});

test('a place is told on the page before its rotation, and painted where it is seen', async () => {
  testCase = await openTestCase();
  const pdf = makePdf([{ lines: [line(SECRET, 700), line('Beside it.', 100)] }]).toString('latin1');
  // As long as what it replaces, so that the table of offsets stays right.
  const turned = pdf.replace('/MediaBox [0 0 595 842]', '/Rotate 90/MediaBox[0 0 595 842]'.slice(0, 40));
  const exhibitId = await admitted('turned.pdf', Buffer.from(turned, 'latin1'));
  const { copy, bytes } = await make({
    exhibitId,
    marks: [{ pageIndex: 0, rects: [overSecret], reason: 'privileged' }],
  });
  if (!copy) throw new Error('no copy');
  expect(everyByte(bytes)).not.toContain('Quintella');
  const page = await drawn(copy.id);
  // Turned clockwise, what stood near the top stands near the right edge.
  const { x, y, w, h } = overSecret;
  expect(page.darkIn({ x: 1 - (y + h), y: x, w: h, h: w })).toBe(1);
  const { copyOf } = await testCase.run('redaction.ofExhibit', { exhibitId: copy.id });
  expect(copyOf?.turns).toEqual({ 0: 90 });
});

test('a copy of pixels alone has no words, no names and nothing that is active', async () => {
  testCase = await openTestCase();
  const pdf = makePdf([{ lines: [line('Plain words', 700)] }]).toString('latin1');
  const withScript = pdf.replace(
    '/Type /Catalog',
    '/Type /Catalog /OpenAction << /S /JavaScript /JS (app.alert\\(1\\)) >>',
  );
  const exhibitId = await admitted('active.pdf', Buffer.from(withScript, 'latin1'));
  const { copy, bytes } = await make({ exhibitId, kind: 'pixels-only' });
  if (!copy) throw new Error('no copy');
  expect(copy.title).toBe('Copy of pixels alone');
  expect(everyByte(bytes)).not.toMatch(/JavaScript|OpenAction|Plain words|app\.alert/);
  expect(await textOf(copy)).toEqual(['']);
  expect(copy.reading).toBe('no-text');
});

test('mail and texts are copied as words, without the marked ones wherever they stand', async () => {
  testCase = await openTestCase();
  const mail = [
    `From: ${SECRET} <q@example.org>`,
    'To: desk@example.org',
    'Subject: Berths',
    'X-Mailer: SecretClient 9',
    'Message-ID: <1@example.org>',
    '',
    `I am ${SECRET}. Write to Quintella`,
    'Marsh at the usual place.',
    '',
  ].join('\r\n');
  const exhibitId = await admitted('mail.eml', mail);
  const { copy, bytes } = await make({
    exhibitId,
    marks: [{ pageIndex: 0, rects: [], words: SECRET, everywhere: true, reason: 'confidential-source' }],
  });
  if (!copy) throw new Error('no copy');
  const text = bytes.toString('utf8');
  expect(text).not.toMatch(/Quintella|Marsh|SecretClient/);
  expect(text).toContain(
    'I am [redacted: confidential source]. Write to [redacted: confidential source] at the usual place.',
  );
  expect(copy).toMatchObject({ mediaType: 'text/plain', fileName: 'redacted.txt', reading: 'read' });
});

test('words are painted over wherever the text of a PDF has them: each time, over line ends, on a turned page', async () => {
  testCase = await openTestCase();
  const pdf = makePdf([
    { lines: [line(`Paid to ${SECRET} and`, 700), line('to Quintel-', 600), line('la Marsh at the pier', 580)] },
    { lines: [line('Nobody is named here.', 700)] },
    { lines: [line(SECRET.toUpperCase(), 700, 200)] },
  ]).toString('latin1');
  const at = pdf.lastIndexOf('/MediaBox');
  const turned = `${pdf.slice(0, at)}/Rotate 90 ${pdf.slice(at)}`;
  const exhibitId = await admitted('letter.pdf', Buffer.from(turned, 'latin1'));
  const { copy, bytes } = await make({
    exhibitId,
    marks: [{ pageIndex: 0, rects: [], words: SECRET, everywhere: true, reason: 'personal-data' }],
  });
  if (!copy) throw new Error('no copy');
  expect(everyByte(bytes)).not.toMatch(/quintel|marsh/i);
  const box = (x: number, y: number, w: number): PageRect => ({
    x: x / 595,
    y: 1 - (y + 9) / 842,
    w: w / 595,
    h: 9 / 842,
  });
  const page = await drawn(copy.id);
  // Helvetica of 12 points: “Paid to ” is 40.7 wide, the name 84.
  expect(page.darkIn(box(102, 700, 80))).toBe(1);
  expect(page.darkIn(box(60, 700, 38))).toBeLessThan(0.5);
  expect(page.darkIn(box(75, 600, 36))).toBe(1);
  expect(page.darkIn(box(61, 580, 43))).toBe(1);
  expect(page.darkIn(box(115, 580, 60))).toBeLessThan(0.5);
  const other = await drawn(copy.id, 1);
  expect(other.darkIn({ x: 0.05, y: 0.1, w: 0.6, h: 0.1 })).toBeLessThan(0.1);
  const { x, y, w, h } = box(201, 700, 100);
  const last = await drawn(copy.id, 2);
  expect(last.darkIn({ x: 1 - (y + h), y: x, w: h, h: w })).toBe(1);
});

test('cells of a sheet that were marked as a block are redacted row by row', async () => {
  testCase = await openTestCase();
  const exhibitId = await admitted('sheet.csv', `berth,agent,paid\nnine,${SECRET},1200\nten,Ada Moor,880\n`);
  const block = `${SECRET}\t1200\nAda Moor\t880`;
  const { copy, bytes } = await make({
    exhibitId,
    marks: [{ pageIndex: 0, rects: [], words: block, reason: 'personal-data' }],
  });
  expect(copy?.fileName).toBe('redacted.txt');
  expect(bytes.toString('utf8')).toContain('nine\t[redacted: personal data]\nten\t[redacted: personal data]');
  const other = await make({
    exhibitId,
    marks: [{ pageIndex: 0, rects: [], words: `${SECRET}\nNobody`, reason: 'privileged' }],
  });
  expect(other.state).toMatchObject({ state: 'failed', error: { code: 'redaction-not-found' } });
});

test('words that stand nowhere, and pages that nobody read, stop the copy', async () => {
  testCase = await openTestCase();
  const exhibitId = await admitted('letter.pdf', makePdf([{ lines: [line(SECRET, 700)] }]));
  const everywhere = { pageIndex: 0, rects: [], everywhere: true, reason: 'personal-data' as const };
  const mistyped = await make({ exhibitId, marks: [{ ...everywhere, words: 'Quintela Marsh' }] });
  expect(mistyped.state).toMatchObject({ state: 'failed', error: { code: 'redaction-not-found' } });
  const text = await admitted('note.txt', `About ${SECRET}.`);
  const nowhere = await make({ exhibitId: text, marks: [{ ...everywhere, words: 'Nobody' }] });
  expect(nowhere.state).toMatchObject({ state: 'failed', error: { code: 'redaction-not-found' } });
  const scan = await admitted('scan.png', makePng(40, 20));
  const unread = await make({ exhibitId: scan, marks: [{ ...everywhere, words: SECRET }] });
  expect(unread.state).toMatchObject({ state: 'failed', error: { code: 'redaction-unread' } });
  expect((await testCase.run('exhibit.list', { caseId: testCase.caseId })).total).toBe(3);
});

test('nothing marked, nothing to copy, and a mark that was taken back: each is said', async () => {
  testCase = await openTestCase();
  const { run } = testCase;
  const exhibitId = await admitted('letter.pdf', makePdf([{ lines: [line(SECRET, 700)] }]));
  const selection = { kind: 'region' as const, pageIndex: 0, rect: overSecret };
  const { id: markId } = await run('redaction.mark', { exhibitId, selection, reason: 'privileged' });
  await run('redaction.takeBack', { exhibitId, markId });
  await expect(run('redaction.make', { exhibitId })).rejects.toMatchObject({ code: 'invalid-input' });
  await expect(run('redaction.takeBack', { exhibitId, markId })).rejects.toMatchObject({ code: 'not-found' });
  await expect(run('redaction.mark', { exhibitId, selection, reason: 'other' })).rejects.toMatchObject({
    code: 'reason-needed',
  });
  const [bytes] = await testCase.admit(testCase.write('noise.bin', Uint8Array.from([0, 1, 2, 250, 251, 3, 0, 0, 9])));
  await expect(run('redaction.make', { exhibitId: bytes as ExhibitId, kind: 'pixels-only' })).rejects.toMatchObject({
    code: 'not-copyable',
  });
});

test('a copy stays where its original never leaves', async () => {
  testCase = await openTestCase();
  const { run, caseId } = testCase;
  const exhibitId = await admitted('letter.pdf', makePdf([{ lines: [line(SECRET, 700)] }]));
  const { copy } = await make({ exhibitId, kind: 'pixels-only' });
  await run('compartment.mark', { caseId, exhibitId, reason: 'Lent' });
  await expect(
    run('exhibit.export', { exhibitId: copy?.id as ExhibitId, to: testCase.core.grants.grant('/tmp/never') }),
  ).rejects.toMatchObject({ code: 'never-leaves' });
});

test('a copy goes in the place of its original: cited on the copy, and as redacted where the words are gone', async () => {
  testCase = await openTestCase();
  const { run, caseId } = testCase;
  const pdf = makePdf([{ lines: [line('Paid in cash at the pier', 760), line(SECRET, 700)] }]);
  const exhibitId = await admitted('letter.pdf', pdf);
  await run('exhibit.update', {
    exhibitIds: [exhibitId],
    change: { handlingMark: 'TLP:RED', title: 'Letter of Marsh' },
  });
  const { id: findingId } = await run('finding.create', { caseId, title: 'A payment was made' });
  const { claimId } = await run('finding.addClaim', { findingId, text: 'Somebody was paid.', provisionIds: [] });
  const boxes = { 'Paid in cash at the pier': { x: 0.1, y: 1 - 772 / 842, w: 0.3, h: 14 / 842 }, [SECRET]: overSecret };
  for (const [exact, rect] of Object.entries(boxes)) {
    const selection = { kind: 'words' as const, pageIndex: 0, quote: { exact, prefix: '', suffix: '' }, rects: [rect] };
    const { id: passageId } = await run('passage.mark', { exhibitId, selection, note: '', tags: [] });
    await run('citation.cite', { claimId, passageId, bearing: 'supports', credibility: 2 });
  }
  const { copy } = await make({
    exhibitId,
    marks: [{ pageIndex: 0, rects: [overSecret], words: SECRET, reason: 'personal-data' }],
    handlingMark: 'TLP:GREEN',
  });
  if (!copy) throw new Error('no copy');
  const inPlace = [{ originalId: exhibitId, copyId: copy.id }];
  const before = await run('report.preFlight', { caseId, audience: 'community' });
  expect(before.stays.map(stay => stay.name)).toEqual(['F-1']);
  const { stays, items } = await run('report.preFlight', { caseId, audience: 'community', inPlace });
  expect({ stays, items: items.map(item => [item.exhibitNumber, item.title]) }).toEqual({
    stays: [],
    items: [[2, 'Redacted copy']],
  });
  const { document } = await run('report.preview', { caseId, audience: 'community', inPlace });
  const printed = JSON.stringify(document);
  expect(printed).not.toMatch(/Quintella|Marsh|EX-0001|TLP:RED/);
  expect(document.footnotes.map(note => note.quote)).toEqual(['Paid in cash at the pier', '[redacted]']);
});

test('only a copy of an exhibit goes in its place', async () => {
  testCase = await openTestCase();
  const { run, caseId } = testCase;
  const one = await admitted('one.pdf', makePdf([{ lines: [line('One', 700)] }]));
  const other = await admitted('other.pdf', makePdf([{ lines: [line('Other', 700)] }]));
  await expect(
    run('report.preFlight', { caseId, inPlace: [{ originalId: one, copyId: other }] }),
  ).rejects.toMatchObject({ code: 'not-a-copy' });
});
