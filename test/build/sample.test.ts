// The sample case that ships: its story agrees with its documents, and nobody can take it for a real one.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { Parser } from 'htmlparser2';
import mammoth from 'mammoth';
import PostalMime from 'postal-mime';
import { afterAll, describe, expect, test } from 'vitest';
import { Story } from '../../shared/domain/sampleStory.ts';

const sample = join(import.meta.dirname, '../../build/sample');
const documents = join(sample, 'documents');
const story = Story.parse(JSON.parse(readFileSync(join(sample, 'story.json'), 'utf8')));
const work = mkdtempSync(join(tmpdir(), 'probatum-sample-'));
afterAll(() => rmSync(work, { recursive: true, force: true }));

/** Dashes differ by encoding (KS X 1001 has no em dash); whitespace by the reader. */
const MARK = /EXERCISE[—―-]inventedfortraining;norealperson,companyorvessel/;
const squeeze = (text: string) => text.normalize('NFC').replace(/\s+/g, '');
const PICTURES_ONLY = ['08-satellite-picture.png', '11-boarding-report-scan.pdf'];

function has(program: string): boolean {
  try {
    execFileSync(program, ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
const poppler = has('pdftotext') && has('pdfinfo');

function pdfPages(path: string, password?: string): string[] {
  const key = password ? ['-upw', password] : [];
  const text = execFileSync('pdftotext', [...key, '-enc', 'UTF-8', path, '-'], { encoding: 'utf8', timeout: 20_000 });
  return text.split('\f').slice(0, -1);
}

function visibleText(html: string): string {
  const parts: string[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentagname: name => {
      if (name === 'style' || name === 'script' || name === 'title') hidden += 1;
    },
    onclosetag: name => {
      if (name === 'style' || name === 'script' || name === 'title') hidden -= 1;
    },
    ontext: text => {
      if (!hidden) parts.push(text);
    },
  });
  parser.end(html);
  return parts.join('');
}

async function mailOf(file: string) {
  return PostalMime.parse(readFileSync(join(documents, file)), { attachmentEncoding: 'arraybuffer' });
}

async function attachmentBytes(file: string, name: string): Promise<Uint8Array> {
  const found = (await mailOf(file)).attachments.find(attachment => attachment.filename === name);
  if (!found || typeof found.content === 'string') throw new Error(`no attachment ${name} in ${file}`);
  return new Uint8Array(found.content as ArrayBuffer);
}

/** The pages of a document, read by other means than the app's own. */
async function pagesOf(file: string, attachment?: string, password?: string): Promise<string[]> {
  const bytes = attachment ? await attachmentBytes(file, attachment) : readFileSync(join(documents, file));
  const name = attachment ?? file;
  if (name.endsWith('.pdf')) {
    const path = join(work, name);
    writeFileSync(path, bytes);
    return pdfPages(path, password);
  }
  if (name.endsWith('.eml')) return [(await mailOf(file)).text ?? ''];
  if (name.endsWith('.html')) return [visibleText(new TextDecoder().decode(bytes))];
  if (name.endsWith('.docx')) return [(await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value];
  return [new TextDecoder(name.startsWith('09-') ? 'euc-kr' : 'utf-8', { fatal: true }).decode(bytes)];
}

const isPdf = (name: string) => name.endsWith('.pdf');
const needsPoppler = 'needs pdftotext and pdfinfo, which are not on this machine';

describe('the story', () => {
  test('each document is there under its digest, and no other', () => {
    const digests = story.documents.map(({ file }) =>
      createHash('sha256')
        .update(readFileSync(join(documents, file)))
        .digest('hex'),
    );
    expect(digests).toEqual(story.documents.map(document => document.sha256));
    expect(readdirSync(documents).sort()).toEqual(story.documents.map(document => document.file).sort());
  });

  test('all documents together stay below 2.5 MB and each below 1 MB', () => {
    const sizes = story.documents.map(({ file }) => statSync(join(documents, file)).size);
    expect(Math.max(...sizes)).toBeLessThan(1_000_000);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(2_500_000);
  });

  test('each key that is used is defined, once', () => {
    const sources = story.sources.map(source => source.key);
    const passages = story.passages.map(passage => passage.key);
    const files = story.documents.map(document => document.file);
    expect(new Set(sources).size).toBe(sources.length);
    expect(new Set(passages).size).toBe(passages.length);
    for (const { sourceKey } of story.documents) expect(sources).toContain(sourceKey);
    for (const { file } of story.passages) expect(files).toContain(file);
    for (const finding of story.findings) {
      const cited = finding.claims.flatMap(claim => claim.citations.map(citation => citation.passageKey));
      const marked = finding.narrative.flatMap(text =>
        [...text.matchAll(/\{\{([^}]+)\}\}/g)].map(found => found[1] ?? ''),
      );
      for (const key of [...cited, ...marked]) expect(passages).toContain(key);
      for (const { to, replyFile } of finding.requests) {
        expect(finding.participants).toContain(to);
        if (replyFile) expect(files).toContain(replyFile);
      }
    }
  });

  test('claims are measured against provisions that can be violated, never against a mere call', () => {
    const pack = JSON.parse(readFileSync(join(sample, '../../shared/data/regime-1718.json'), 'utf8')) as {
      provisions: { id: string; type: string }[];
    };
    const types = new Map(pack.provisions.map(provision => [provision.id, provision.type]));
    for (const id of story.findings.flatMap(finding => finding.claims.flatMap(claim => claim.provisionIds))) {
      expect(['prohibition', 'obligation', 'cap'], id).toContain(types.get(id));
    }
  });

  test('the finding that falls short rests on one origin and asks nobody for a reply', () => {
    const short = story.findings.find(finding => finding.expectedStatus === 'reported');
    const origins = short?.claims
      .flatMap(claim => claim.citations)
      .filter(citation => citation.bearing === 'supports')
      .flatMap(citation => {
        const passage = story.passages.find(({ key }) => key === citation.passageKey);
        const document = story.documents.find(({ file }) => file === passage?.file);
        return story.sources.find(({ key }) => key === document?.sourceKey)?.origins ?? [];
      });
    expect(origins?.length).toBe(2);
    expect(new Set(origins).size).toBe(1);
    expect(short?.requests).toEqual([]);
  });
});

describe('the quotes stand in the documents', () => {
  for (const { key, file, attachment, quote, pageIndex } of story.passages) {
    const skip = isPdf(attachment ?? file) && !poppler;
    test.skipIf(skip)(
      `${key} on page ${pageIndex + 1} of ${attachment ?? file}${skip ? ` (${needsPoppler})` : ''}`,
      async () => {
        const password = story.documents.find(document => document.file === file)?.password;
        const pages = await pagesOf(file, attachment, password);
        expect(squeeze(pages[pageIndex] ?? '')).toContain(squeeze(quote));
      },
    );
  }
});

describe('every document says that it is an exercise', () => {
  const readable = story.documents.filter(({ file, unreadable }) => !unreadable && !PICTURES_ONLY.includes(file));
  for (const { file, password } of readable) {
    const skip = isPdf(file) && !poppler;
    test.skipIf(skip)(`on each page of ${file}${skip ? ` (${needsPoppler})` : ''}`, async () => {
      const pages = await pagesOf(file, undefined, password);
      expect(pages.length).toBeGreaterThan(0);
      for (const page of pages) expect(squeeze(page)).toMatch(MARK);
    });
  }

  test.skipIf(!poppler)('in the attachments of the e-mail', async () => {
    for (const name of ['BL CAL-FH-0309.pdf', 'position list.csv']) {
      for (const page of await pagesOf('01-broker-email.eml', name)) expect(squeeze(page)).toMatch(MARK);
    }
  });

  test.skipIf(!poppler)('in the metadata of each PDF that opens', () => {
    for (const { file, password, unreadable } of story.documents) {
      if (!isPdf(file) || unreadable) continue;
      const key = password ? ['-upw', password] : [];
      const info = execFileSync('pdfinfo', [...key, join(documents, file)], { encoding: 'utf8' });
      expect(squeeze(info), file).toMatch(MARK);
    }
  });

  test('in the metadata of the rest', () => {
    const bytes = (file: string) => readFileSync(join(documents, file));
    const core = unzipSync(bytes('06-port-agent-declaration.docx'))['docProps/core.xml'] ?? new Uint8Array();
    expect(squeeze(strFromU8(core))).toMatch(MARK);
    expect(squeeze(bytes('08-satellite-picture.png').toString('utf8'))).toMatch(MARK);
    expect(squeeze(bytes('05-press-article-en.html').toString('utf8'))).toMatch(
      /<metaname="description"content="EXERCISE/,
    );
    expect(bytes('01-broker-email.eml').toString('latin1')).toMatch(/^X-Exercise: EXERCISE - invented for training/m);
    expect(bytes('14-freight-statement.pdf').toString('latin1', 0, 200)).toMatch(/EXERCISE - invented for training/);
  });
});

describe('the awkward documents are awkward in the way that is meant', () => {
  test.skipIf(!poppler)('the scan has no text layer', () => {
    expect(pdfPages(join(documents, '11-boarding-report-scan.pdf')).join('').trim()).toBe('');
  });

  test.skipIf(!poppler)('the charter party stays shut without its password', () => {
    expect(() =>
      execFileSync('pdftotext', [join(documents, '13-charter-party.pdf'), '-'], { stdio: 'ignore' }),
    ).toThrow();
  });

  test.skipIf(!poppler)('the freight statement cannot be read', () => {
    expect(() =>
      execFileSync('pdftotext', [join(documents, '14-freight-statement.pdf'), '-'], { stdio: 'ignore' }),
    ).toThrow();
  });

  test('the charterer has a Korean display name, the AIS table is EUC-KR and not UTF-8', async () => {
    const mail = await mailOf('01-broker-email.eml');
    expect(mail.to?.map(({ name }) => name)).toEqual(['한가람 (Han Garam)']);
    const table = readFileSync(join(documents, '09-ais-gap-table.txt'));
    expect(() => new TextDecoder('utf-8', { fatal: true }).decode(table)).toThrow();
  });

  test('the ship numbers of the exercise have a right check digit', () => {
    for (const imo of ['2026010', '2026022']) {
      const sum = [...imo.slice(0, 6)].reduce((total, digit, index) => total + Number(digit) * (7 - index), 0);
      expect(sum % 10).toBe(Number(imo[6]));
    }
  });
});
