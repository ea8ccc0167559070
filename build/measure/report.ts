/** Prints what was measured, by folder and in all. */
import type { AdmissionRow } from '../../shared/contract/exhibit.ts';
import type { Exhibit } from '../../shared/domain/exhibit.ts';
import type { ByteComparison } from './compareBytes.ts';
import type { ExpectationResult } from './expectedStrings.ts';
import { addLandings, type Landings, noLandings } from './landHits.ts';
import { hasPoppler, type MeasuredPdf } from './measurePdfs.ts';
import { addShares, type WordShare } from './wordShare.ts';

type FolderOf = (path: string) => string;

const worstFiles = 20;
const percent = (part: number, whole: number) => (whole === 0 ? '—' : `${((100 * part) / whole).toFixed(2)} %`);

export function printAdmission(
  rows: readonly AdmissionRow[],
  exhibits: readonly Exhibit[],
  folders: readonly string[],
  folderOf: FolderOf,
  seconds: number,
  openedByPassword: number,
): void {
  console.log(`Admission: ${rows.length} files in ${seconds.toFixed(1)} s`);
  for (const folder of folders) {
    const own = rows.filter(row => folderOf(row.path) === folder);
    const count = (outcome: string) => own.filter(row => row.outcome === outcome).length;
    console.log(
      `  ${folder}: ${own.length} files, ${count('admitted')} admitted, ${count('linked')} linked to the same bytes, ${count('refused')} refused`,
    );
  }
  for (const { path, sentence } of rows.filter(row => row.outcome === 'refused'))
    console.log(`  refused: ${path}: ${sentence}`);
  const attachments = exhibits.filter(exhibit => exhibit.parentId !== null).length;
  console.log(
    `  ${exhibits.length} exhibits, ${attachments} of them attachments; ${openedByPassword} opened with their password`,
  );
  const table = new Map<string, Map<string, number>>();
  for (const { mediaType, reading } of exhibits) {
    const states = table.get(mediaType) ?? new Map<string, number>();
    states.set(reading, (states.get(reading) ?? 0) + 1);
    table.set(mediaType, states);
  }
  const total = (states: Map<string, number>) => [...states.values()].reduce((sum, count) => sum + count, 0);
  const columns = ['read', 'no-text', 'password-needed', 'unreadable', 'not-supported', 'waiting'];
  console.log(`  ${'type'.padEnd(76)} ${['all', ...columns].map(name => name.padStart(15)).join(' ')}`);
  for (const [type, states] of [...table].sort((left, right) => total(right[1]) - total(left[1]))) {
    const counts = [total(states), ...columns.map(name => states.get(name) ?? 0)];
    console.log(`  ${type.padEnd(76)} ${counts.map(count => String(count || '·').padStart(15)).join(' ')}`);
  }
  const problems = exhibits.filter(exhibit => exhibit.problem !== null);
  if (problems.length > 0) console.log('Not read:');
  for (const { fileName, reading, problem } of problems) console.log(`  ${reading.padEnd(16)} ${fileName}: ${problem}`);
}

export function printExpected(results: readonly ExpectationResult[]): void {
  const held = results.filter(result => result.holds).length;
  console.log(
    `\nOf ${results.length} expectations of words, ${held} hold (${percent(held, results.length)}). By type:`,
  );
  for (const type of [...new Set(results.map(result => result.mediaType))].sort()) {
    const own = results.filter(result => result.mediaType === type);
    console.log(`  ${type.padEnd(76)} ${own.filter(result => result.holds).length} of ${own.length}`);
  }
  for (const { path, reading, isWanted, words } of results.filter(result => !result.holds))
    console.log(`  ${isWanted ? 'missing' : 'not wanted, but there'}: ${path} (${reading}): ${words}`);
}

export function printBytes({ equal, bytes, different }: ByteComparison): void {
  console.log(
    `\nExported again: ${equal} files, ${bytes} bytes, each with the digest and size of the file given; ${different.length} differ`,
  );
  for (const path of different) console.log(`  DIFFERS: ${path}`);
}

export function printWords(pdfs: readonly MeasuredPdf[], folders: readonly string[], folderOf: FolderOf): void {
  if (!hasPoppler) {
    console.log('\nWords beside poppler: pdftotext is not installed (package poppler-utils), so nothing was compared');
    return;
  }
  const withWords = pdfs.filter((pdf): pdf is MeasuredPdf & { words: WordShare } => pdf.words !== null);
  if (withWords.length === 0) {
    console.log('\nThere is no PDF in which poppler finds a word.');
    return;
  }
  console.log('\nOf poppler’s words in PDFs that have any, ours has:');
  const line = (name: string, some: typeof withWords) => {
    const { wanted, found } = addShares(some.map(pdf => pdf.words));
    const whole = some.filter(({ words }) => words.found === words.wanted).length;
    if (some.length > 0)
      console.log(
        `  ${name}: ${percent(found, wanted)} of ${wanted} words in ${some.length} files, ${whole} of them whole`,
      );
  };
  for (const folder of folders)
    line(
      folder,
      withWords.filter(pdf => folderOf(pdf.path) === folder),
    );
  line('in all', withWords);
  const worst = withWords
    .filter(({ words }) => words.found < words.wanted)
    .sort((left, right) => right.words.wanted - right.words.found - (left.words.wanted - left.words.found));
  if (worst.length > 0) console.log(`  The ${Math.min(worstFiles, worst.length)} files with the most words missing:`);
  for (const { path, words } of worst.slice(0, worstFiles)) {
    console.log(
      `    ${String(words.wanted - words.found).padStart(6)} of ${String(words.wanted).padStart(6)} missing (${percent(words.found, words.wanted)})  ${path}`,
    );
  }
}

export function printLandings(pdfs: readonly MeasuredPdf[], folders: readonly string[], folderOf: FolderOf): void {
  if (pdfs.every(pdf => pdf.landings.hits === 0)) return;
  console.log('\nHits that land in the viewer’s text, on pages that have a text layer in both:');
  const line = (name: string, some: readonly MeasuredPdf[]): Landings => {
    const sum = noLandings();
    for (const { landings } of some) addLandings(sum, landings);
    const { pages, hits, exact, likely, part, present, presentLanded } = sum;
    const landed = exact + likely + part;
    if (hits > 0) {
      console.log(
        `  ${name}: ${percent(landed, hits)} of ${hits} hits on ${pages} pages (exact ${exact}, likely ${likely}, part ${part}); ` +
          `${percent(presentLanded, present)} of the ${present} whose words stand in the viewer’s text`,
      );
    }
    return sum;
  };
  for (const folder of folders)
    line(
      folder,
      pdfs.filter(pdf => folderOf(pdf.path) === folder),
    );
  const { missed } = line('in all', pdfs);
  for (const one of missed.slice(0, worstFiles)) console.log(`    missed: ${one}`);
  const worst = pdfs
    .map(({ path, landings }) => ({
      path,
      lost: landings.hits - landings.exact - landings.likely - landings.part,
      hits: landings.hits,
    }))
    .filter(({ lost }) => lost > 0)
    .sort((left, right) => right.lost - left.lost);
  for (const { path, lost, hits } of worst.slice(0, worstFiles))
    console.log(`    ${lost} of ${hits} hits nowhere: ${path}`);
}
