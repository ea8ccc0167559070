import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { verifyBag } from '../../../electron/bag/index.ts';
import { BundleCase } from '../../../shared/domain/bundle.ts';
import { CustodyEvent, custodyPreimage } from '../../../shared/domain/custody.ts';
import { openReportCase, OPEN_WORDS, REAL_NAME, type ReportCase, SECRET_WORDS } from './reportCase.ts';

/** Debian has it as python3-bagit. */
const hasBagit = spawnSync('python3', ['-c', 'import bagit'], { stdio: 'ignore' }).status === 0;

let testCase: ReportCase;

async function exportBundle(name = 'bundle.zip') {
  const started = await testCase.run('bundle.export', {
    caseId: testCase.caseId,
    recipient: 'Reviewer One',
    reason: 'Second reading',
    to: testCase.granted(name),
  });
  const state = await testCase.finish(started);
  if (state.state !== 'succeeded') throw new Error(JSON.stringify(state));
  const path = join(testCase.folder, name);
  const files = new Map(
    Object.entries(unzipSync(readFileSync(path))).map(([file, bytes]) => [file.slice(file.indexOf('/') + 1), bytes]),
  );
  const text = (file: string) => strFromU8(files.get(file) ?? new Uint8Array(0));
  return { path, files, text, bundle: BundleCase.parse(JSON.parse(text('data/report/case.json'))) };
}

/** Every file as bytes, and the exhibits that the viewer carries as base64, too. */
function everything(files: ReadonlyMap<string, Uint8Array>): string {
  return [...files]
    .map(([name, bytes]) => {
      const words = Buffer.from(bytes).toString('utf8');
      const carried = /^data\/viewer\/exhibits\//.test(name)
        ? Buffer.from(/,"([^"]*)"\);/.exec(words)?.[1] ?? '', 'base64').toString('utf8')
        : '';
      return `${name}\n${words}\n${carried}`;
    })
    .join('\n');
}

function sha256(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

describe('of a case as it stands', () => {
  let sent: Awaited<ReturnType<typeof exportBundle>>;
  beforeAll(async () => {
    testCase = await openReportCase();
    sent = await exportBundle();
  });
  afterAll(() => testCase.close());

  test('the bundle is a valid bag with the exhibits as they were admitted', async () => {
    expect(await verifyBag(sent.path)).toMatchObject({ ok: true, problems: [] });
    const [open] = sent.bundle.exhibits;
    expect(open).toMatchObject({ number: 'EX-0001', fileName: 'EX-0001.txt', hasText: true });
    expect(sha256(sent.files.get('data/exhibits/EX-0001.txt') ?? new Uint8Array(0))).toBe(open?.documentSha256);
    expect(sent.bundle.editions?.flatMap(edition => edition.files.map(file => [file.path, file.sha256]))).toEqual(
      ['docx', 'html', 'json', 'md'].map(form => [
        `report/report.${form}`,
        sha256(sent.files.get(`data/report/report.${form}`) ?? new Uint8Array(0)),
      ]),
    );
  });

  test('only what the findings rest on goes', () => {
    expect(sent.bundle.exhibits.map(exhibit => exhibit.number)).toEqual(['EX-0001', 'EX-0002', 'EX-0003']);
    expect(everything(sent.files)).not.toContain('Nothing rests on this');
    expect(everything(sent.files)).not.toContain('d-unused');
  });

  test('the name of a confidential source is nowhere in it, and the exhibit that spells it out stays', () => {
    expect(everything(sent.files)).not.toMatch(/Quennerby/i);
    expect(sent.bundle.findings[0]?.title).toBe('The hulls met, as Confidential source “WILLOW” says');
    expect(sent.bundle.exhibits[2]).toMatchObject({
      fileName: null,
      hasText: false,
      title: 'Withheld',
      problem: 'Withheld from this bundle: it names a confidential source.',
    });
  });

  test('an exhibit for named recipients stays, with its words, while the case is for others', () => {
    expect(everything(sent.files)).not.toContain(SECRET_WORDS);
    expect(everything(sent.files)).not.toContain('Letter on buoys');
    expect(sent.bundle.exhibits[1]).toMatchObject({ fileName: null, problem: 'Withheld from this bundle: TLP:RED.' });
    expect(sent.bundle.findings[0]?.claims[0]?.citations[1]?.quote).toBe('[words withheld: TLP:RED]');
  });

  test('the page that a citation opens is in it, with the words found in its text', () => {
    const { pages } = JSON.parse(sent.text('data/text/EX-0001.json')) as { pages: { text: string }[] };
    const passage = sent.bundle.passages.find(one => one.exhibitNumber === 'EX-0001');
    expect(pages[passage?.pageIndex ?? -1]?.text.slice(passage?.position?.start, passage?.position?.end)).toBe(
      OPEN_WORDS,
    );
    expect(sent.text('data/index.html')).not.toContain(REAL_NAME);
  });

  test('no file of it needs ZIP64, which not every reader has', () => {
    const zip = readFileSync(sent.path);
    const end = zip.lastIndexOf(Buffer.from('PK\u0005\u0006', 'latin1'));
    const sizes: number[] = [];
    for (
      let at = zip.readUInt32LE(end + 16);
      at < end;
      at += 46 + zip.readUInt16LE(at + 28) + zip.readUInt16LE(at + 30)
    )
      sizes.push(zip.readUInt32LE(at + 20), zip.readUInt32LE(at + 24));
    expect(sizes.length).toBe(2 * sent.files.size);
    expect(sizes.filter(size => size === 0xffffffff)).toEqual([]);
  });

  test.runIf(hasBagit)("the Library of Congress's bagit.py finds it valid", () => {
    const folder = join(testCase.folder, 'unpacked');
    for (const [name, bytes] of sent.files) {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), bytes);
    }
    const validate = () => execFileSync('python3', ['-m', 'bagit', '--validate', '--quiet', folder], { stdio: 'pipe' });
    expect(validate).not.toThrow();
    writeFileSync(join(folder, 'data/csl.json'), '[]');
    expect(validate).toThrow();
  });
});

describe('of a case that is changed', () => {
  afterEach(() => testCase.close());

  test('a case that is for named recipients sends such an exhibit', async () => {
    testCase = await openReportCase();
    await testCase.run('case.update', { caseId: testCase.caseId, change: { handlingMark: 'TLP:RED' } });
    const { files, bundle } = await exportBundle();
    expect(bundle.case.handlingMark).toBe('TLP:RED');
    expect(everything(files)).toContain(SECRET_WORDS);
  });

  test('each custody event that goes has all that its hash covers; other recipients are not among them', async () => {
    testCase = await openReportCase();
    await exportBundle('first.zip');
    const { text, bundle } = await exportBundle('second.zip');
    const events = text('data/custody/custody.jsonl')
      .trim()
      .split('\n')
      .map(line => CustodyEvent.parse(JSON.parse(line)));
    expect(events.length).toBeGreaterThan(4);
    for (const event of events) expect(sha256(Buffer.from(custodyPreimage(event)))).toBe(event.hash);
    expect(events.map(event => event.action)).not.toContain('bundle-exported');
    expect(bundle.custodyHead).toBe(events.at(-1)?.hash);
  });

  test('without keys it goes unsigned; with keys it is signed over all of it, and says by whom and how to check that', async () => {
    testCase = await openReportCase();
    const unsigned = await exportBundle('unsigned.zip');
    expect(unsigned.bundle.signature).toBeNull();
    expect(unsigned.files.has('signature.sshsig')).toBe(false);
    const own = await testCase.run('identity.make', { name: 'Ada Vinterhaug', team: 'Example Institute' });
    const { path, files, bundle } = await exportBundle('signed.zip');
    expect(await verifyBag(path)).toMatchObject({
      ok: true,
      problems: [],
      signature: { state: 'valid', fingerprint: bundle.signature?.fingerprint },
    });
    expect(JSON.stringify(own)).toContain(bundle.signature?.fingerprint);
    expect(bundle.signature).toMatchObject({
      signer: 'Ada Vinterhaug (Example Institute)',
      namespace: 'bag@probatum',
      command: expect.stringContaining('ssh-keygen -Y verify'),
    });
    for (const name of [bundle.signature?.signedFile, bundle.signature?.signatureFile])
      expect(files.has(name ?? '')).toBe(true);
    expect(readFileSync((await exportBundle('again.zip')).path).equals(readFileSync(path))).toBe(true);
  });

  test('the same content makes the same bytes', async () => {
    testCase = await openReportCase();
    const [first, second] = [await exportBundle('first.zip'), await exportBundle('second.zip')];
    expect(readFileSync(first.path).equals(readFileSync(second.path))).toBe(true);
  });

  test('the export is a custody event with recipient, reason and the digest of what left', async () => {
    testCase = await openReportCase();
    const { path } = await exportBundle();
    const { events } = await testCase.run('custody.list', { caseId: testCase.caseId, limit: 200 });
    expect(events.filter(event => event.action === 'bundle-exported')).toMatchObject([
      {
        subject: 'bundle.zip',
        sha256: sha256(readFileSync(path)),
        details: { recipient: 'Reviewer One', reason: 'Second reading', exhibits: '1', withheld: '2' },
      },
    ]);
    expect(await testCase.run('custody.verify', {})).toMatchObject({ ok: true });
  });

  test('the pre-flight lists what goes, what stays and why, and gives others their turn between two exhibits', async () => {
    testCase = await openReportCase();
    let turns = 0;
    let next = setImmediate(function count() {
      turns += 1;
      next = setImmediate(count);
    });
    const { items, exhibitCount, strictestMark, concerns } = await testCase.run('bundle.preFlight', {
      caseId: testCase.caseId,
    });
    clearImmediate(next);
    expect(turns).toBeGreaterThanOrEqual(3);
    expect({ exhibitCount, strictestMark, numbers: items.map(item => item.exhibitNumber) }).toEqual({
      exhibitCount: 1,
      strictestMark: 'TLP:GREEN',
      numbers: [1],
    });
    expect(
      concerns.filter(concern => concern.exhibitId === testCase.exhibits.red).map(concern => concern.sentence),
    ).toEqual([
      'EX-0002 stays here: it is TLP:RED, and the case is TLP:GREEN. The bundle has its number, source, date, grade and digest; not its bytes, text, title or words. To send it, mark the case the same, for recipients named by the originator.',
    ]);
    expect(concerns.map(concern => concern.sentence)).toContain(
      'It names who worked on it: Test Person. Its custody log names who took each step.',
    );
  });

  test('a case without findings is not exported', async () => {
    testCase = await openReportCase();
    await testCase.run('finding.update', { findingId: testCase.findingId, stage: 'withdrawn' });
    const { concerns } = await testCase.run('bundle.preFlight', { caseId: testCase.caseId });
    expect(concerns[0]).toMatchObject({ severity: 'stop' });
    await expect(exportBundle()).rejects.toThrow('There is no finding to send');
  });

  test('a translation goes beside the words of its passage, and not where the words are withheld', async () => {
    testCase = await openReportCase();
    const details = {
      language: 'ko',
      translator: 'Kim Example',
      method: 'human' as const,
      isCertified: true,
      certificationNote: '',
      madeOn: null,
    };
    for (const [exhibitId, text] of [
      [testCase.exhibits.open, '선체 두 척'],
      [testCase.exhibits.red, '아홉째 부표'],
    ] as const) {
      const [passage] = await testCase.run('passage.listForExhibit', { exhibitId });
      if (!passage) throw new Error('no passage');
      await testCase.run('translation.write', {
        exhibitId,
        of: { kind: 'passage', passageId: passage.id },
        text,
        details,
      });
    }
    const { bundle, text, files } = await exportBundle();
    expect(bundle.passages.flatMap(passage => passage.translation ?? [])).toEqual([{ ...details, text: '선체 두 척' }]);
    expect(text('data/annotations/annotations.jsonld')).toContain(
      '"language":"ko","purpose":"describing","type":"TextualBody","value":"선체 두 척"',
    );
    expect(everything(files)).not.toContain('아홉째 부표');
  });

  test('what a reference manager said of an exhibit goes with it, without confidential names, and stays where the exhibit stays', async () => {
    testCase = await openReportCase();
    const item = { type: 'report', publisher: 'Zyxpublisher', author: [{ family: 'Quennerby', given: 'Hollis' }] };
    for (const exhibitId of [testCase.exhibits.open, testCase.exhibits.red])
      await testCase.run('reference.write', { exhibitId, item });
    const { text, files } = await exportBundle();
    const [open, red] = JSON.parse(text('data/csl.json')) as Record<string, unknown>[];
    expect(open).toMatchObject({
      id: 'EX-0001',
      type: 'report',
      title: 'Picture report',
      publisher: 'Zyxpublisher',
      author: [{ literal: 'Confidential source “WILLOW”' }],
    });
    expect(red).toMatchObject({ title: 'EX-0002 (withheld: TLP:RED)' });
    expect(red).not.toHaveProperty('publisher');
    expect(everything(files)).not.toMatch(/Quennerby/i);
  });

  test('a cancelled export leaves no file and no event', async () => {
    testCase = await openReportCase();
    const started = await testCase.run('bundle.export', {
      caseId: testCase.caseId,
      recipient: 'Reviewer One',
      to: testCase.granted('bundle.zip'),
    });
    await testCase.run('job.cancel', started);
    expect((await testCase.finish(started)).state).toBe('cancelled');
    expect(readdirSync(testCase.folder).filter(name => /zip/.test(name))).toEqual([]);
    expect(
      (await testCase.run('custody.list', { caseId: testCase.caseId, limit: 200 })).events.map(event => event.action),
    ).not.toContain('bundle-exported');
  });
});
