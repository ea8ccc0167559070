/** Text and landing of each PDF that was given: our extraction beside poppler's and the viewer's. */
import type { Core } from '../../electron/core.ts';
import type { AdmissionRow } from '../../shared/contract/exhibit.ts';
import { ExhibitId } from '../../shared/kernel/ids.ts';
import { isInstalled } from '../bench/runProgram.ts';
import { seededRandom } from '../bench/seededRandom.ts';
import { pageTexts } from './admitFolders.ts';
import { landOnPage, type Landings, noLandings } from './landHits.ts';
import { popplerText } from './popplerText.ts';
import { openViewerPdf } from './viewerText.ts';
import { shareOfWords, type WordShare } from './wordShare.ts';

export interface MeasuredPdf {
  path: string;
  pages: number;
  /** Null where poppler finds no word, cannot open it or is not installed. */
  words: WordShare | null;
  landings: Landings;
}

export const hasPoppler = isInstalled('pdftotext');
/** Of a long document, pages in equal distances. */
const mostLandingPages = 40;

export async function measurePdfs(
  core: Core,
  rows: readonly AdmissionRow[],
  passwords: ReadonlyMap<string, string>,
): Promise<MeasuredPdf[]> {
  const random = seededRandom(99);
  const measured: MeasuredPdf[] = [];
  const seen = new Set<string>();
  for (const { path, exhibitId } of rows) {
    if (exhibitId === null || seen.has(exhibitId)) continue;
    seen.add(exhibitId);
    const exhibit = await core.dispatcher.run('exhibit.get', { exhibitId: ExhibitId.parse(exhibitId) });
    if (exhibit.mediaType !== 'application/pdf') continue;
    const ours = await pageTexts(core, exhibit);
    const password = passwords.get(path);
    const landings = noLandings();
    await land(landings, path, password, ours, random);
    measured.push({ path, pages: ours.length, words: await compareWords(path, password, ours), landings });
  }
  return measured;
}

async function compareWords(
  path: string,
  password: string | undefined,
  ours: readonly string[],
): Promise<WordShare | null> {
  const poppler = hasPoppler ? await popplerText(path, password) : null;
  if (poppler === null) return null;
  const share = shareOfWords(poppler, ours.join('\n'));
  return share.wanted === 0 ? null : share;
}

async function land(
  landings: Landings,
  path: string,
  password: string | undefined,
  ours: readonly string[],
  random: () => number,
): Promise<void> {
  const viewer = await openViewerPdf(path, password);
  if (!viewer) return;
  const step = Math.max(1, Math.ceil(ours.length / mostLandingPages));
  for (let index = 0; index < Math.min(ours.length, viewer.pageCount); index += step) {
    // A page that the viewer cannot read has nowhere to land.
    const text = await viewer.pageText(index).catch(() => '');
    landOnPage(landings, ours[index] ?? '', text, `${path} p. ${index + 1}`, random);
  }
  await viewer.close();
}
