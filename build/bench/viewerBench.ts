/**
 * The bundle of a large case: its exhibits admitted, a passage of each cited, exported by the command line, unpacked as a reviewer would.
 * What it is to open it in a browser, `viewerInBrowser.ts` measures.
 */
import { mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import type { Core } from '../../electron/core.ts';
import type { CaseId, ClaimId } from '../../shared/kernel/ids.ts';
import { admitFolders, allExhibits } from '../measure/admitFolders.ts';
import { distFolder } from './benchCore.ts';
import { generatePdfs } from './generatePdfs.ts';
import { type Measured, requireProgram } from './runProgram.ts';
import { latinCount, makeWordStock } from './wordStock.ts';

export const PAGES_EACH = 20;
const CLAIMS_EACH = 5;
const CITATIONS_EACH = 4;

export interface BundleFill {
  exhibits: number;
  pages: number;
  findings: number;
  importSeconds: number;
  exportSeconds: number;
  zipBytes: number;
  /** Of the core, while it exported. */
  peakBytes: number | null;
  /** `data/index.html` of the unpacked bundle. */
  page: string;
  /** A word on nearly every page, and one on hardly any. */
  commonWord: string;
  rareWord: string;
}

export async function fillBundle(folder: string, exhibits: number): Promise<BundleFill> {
  const files = join(folder, 'files');
  generatePdfs(files, exhibits, PAGES_EACH);
  const { core, caseId, seconds } = await admitFolders([files], folder, new Map());
  const findings = await citeEach(core, caseId).finally(() => core.close());
  const zip = join(folder, 'bundle.zip');
  const exported = await exportTo(folder, zip);
  const stock = makeWordStock();
  const fill: BundleFill = {
    exhibits,
    pages: exhibits * PAGES_EACH,
    findings,
    importSeconds: seconds,
    exportSeconds: exported.seconds,
    zipBytes: statSync(zip).size,
    peakBytes: exported.peakBytes,
    page: unpack(zip, folder),
    commonWord: stock.latin[0] ?? '',
    rareWord: stock.latin[Math.floor(latinCount * 0.6)] ?? '',
  };
  for (const name of ['files', 'bundle.zip', 'vault.probatum'])
    rmSync(join(folder, name), { recursive: true, force: true });
  return fill;
}

/** Each exhibit is cited at another of its pages, four to a claim, five claims to a finding. */
async function citeEach(core: Core, caseId: CaseId): Promise<number> {
  const run = core.dispatcher.run.bind(core.dispatcher);
  let findings = 0;
  let findingId: Awaited<ReturnType<typeof run<'finding.create'>>>['id'] | null = null;
  let claimId: ClaimId | null = null;
  for (const [at, { id: exhibitId, number }] of allExhibits(core, caseId).entries()) {
    if (findingId === null || at % (CLAIMS_EACH * CITATIONS_EACH) === 0) {
      findings += 1;
      const title = `Finding ${findings} of a generated case (exercise)`;
      findingId = (await run('finding.create', { caseId, title })).id;
    }
    if (claimId === null || at % CITATIONS_EACH === 0) {
      const text = `Exhibits from number ${number} on have these words.`;
      claimId = (await run('finding.addClaim', { findingId, text, provisionIds: [] })).claimId;
    }
    const pageIndex = (number * 7) % PAGES_EACH;
    const [page] = await run('exhibit.pages', { exhibitId, from: pageIndex, count: 1 });
    const exact = page?.text.split('\n')[4]?.trim() ?? '';
    const quote = { exact, prefix: '', suffix: '' };
    const selection = { kind: 'words' as const, pageIndex, quote, rects: [] };
    const { id: passageId } = await run('passage.mark', { exhibitId, selection });
    await run('citation.cite', { claimId, passageId, bearing: 'supports', credibility: 2 });
  }
  return findings;
}

/** In a process of its own, whose memory is its own. */
function exportTo(folder: string, zip: string): Promise<Measured> {
  return requireProgram(process.execPath, [
    // As `npx probatum` starts it.
    '--max-semi-space-size=8',
    ...[join(distFolder(), 'cli', 'probatum.js'), 'bundle', 'export', join(folder, 'vault.probatum')],
    ...['--case', 'C-MEASURE', '--recipient', 'Bench', '--out', zip],
    ...['--passphrase-file', join(folder, 'passphrase')],
  ]);
}

function unpack(zip: string, folder: string): string {
  let page = '';
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zip)))) {
    const path = join(folder, 'bundle', name);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, bytes);
    if (/^[^/]+\/data\/index\.html$/.test(name)) page = path;
  }
  return page;
}
