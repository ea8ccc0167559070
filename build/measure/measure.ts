/**
 * What becomes of real folders: how many files are admitted, whether each comes out as it went in, how much of poppler's
 * text ours has, and whether search hits land in the viewer. `measure.mjs` bundles and starts this; nothing is left behind.
 *
 *   npm run measure -- DIR…                              every file below the folders
 *   npm run measure -- DIR… --passwords FILE.tsv         with passwords for protected files
 *   npm run measure -- DIR… --expected FILE.tsv          with words that the text of files must hold, or must not
 *   npm run measure -- --ocr DIR                         accuracy and time of recognising scans whose words are known
 *   npm run measure -- --entities FILE…                  FollowTheMoney files imported, exported and compared
 *   npm run measure -- --bags DIR                        our verdicts on a conformance suite of BagIt bags
 *   npm run measure -- --age DIR                         the public test vectors of age files, each of which must end as stated
 *   npm run measure -- DIR… --recognise eng,rus          scanned pages recognised before words are looked for
 *   npm run measure -- DIR… --brief                      types and expected words only
 */
import { lstatSync } from 'node:fs';
import { relative, resolve, sep } from 'node:path';
import { parseArgs } from 'node:util';
import { readModels } from '../../shared/domain/recognition.ts';
import { describeMachine } from '../bench/machine.ts';
import { scratchFolder } from '../bench/scratchFolder.ts';
import { admitFolders, allExhibits } from './admitFolders.ts';
import { compareBytes } from './compareBytes.ts';
import { checkExpected, readExpected } from './expectedStrings.ts';
import { measureBags, printBags } from './measureBags.ts';
import { measureAge } from './measureAge.ts';
import { measureEntities, printEntities } from './measureEntities.ts';
import { measureOcr } from './measureOcr.ts';
import { measurePdfs } from './measurePdfs.ts';
import { readPasswords } from './passwords.ts';
import { printAdmission, printBytes, printExpected, printLandings, printWords } from './report.ts';

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    passwords: { type: 'string', multiple: true, default: [] },
    expected: { type: 'string', multiple: true, default: [] },
    brief: { type: 'boolean', default: false },
    recognise: { type: 'string' },
    ocr: { type: 'string' },
    age: { type: 'string' },
    entities: { type: 'string', multiple: true, default: [] },
    bags: { type: 'string' },
  },
});

async function measure(): Promise<void> {
  if (values.ocr !== undefined) {
    const dist = process.env['PROBATUM_DIST'] ?? resolve('dist');
    console.log(
      `${describeMachine()}\n\n${await measureOcr(resolve(values.ocr), dist, scratchFolder('probatum-ocr-'))}`,
    );
    if (positionals.length === 0) return;
  }
  if (values.bags !== undefined) {
    printBags(values.bags, await measureBags(resolve(values.bags)));
    if (positionals.length === 0) return;
  }
  if (values.age !== undefined) {
    console.log(await measureAge(resolve(values.age)));
    if (positionals.length === 0) return;
  }
  for (const path of values.entities) await measureEntityFile(resolve(path));
  if (values.entities.length > 0 && positionals.length === 0) return;
  const folders = positionals.map(path => resolve(path));
  if (folders.length === 0) throw new Error('give one or more folders');
  for (const folder of folders) lstatSync(folder);
  const passwords = readPasswords(values.passwords.map(path => resolve(path)));
  const scratch = scratchFolder('probatum-measure-');
  console.log(`${describeMachine()}\n`);
  tell(`Importing ${folders.join(', ')} …`);
  const { core, caseId, rows, seconds, openedByPassword } = await admitFolders(folders, scratch, passwords);
  try {
    const folderOf = (path: string) =>
      folders.find(folder => path === folder || !relative(folder, path).startsWith(`..${sep}`)) ?? '';
    if (values.recognise !== undefined) {
      tell('Recognising scanned pages …');
      const { models } = readModels(values.recognise);
      const { jobId } = await core.dispatcher.run('recognition.start', { caseId, exhibitIds: 'needed', models });
      await core.jobs.finished(jobId);
    }
    const exhibits = allExhibits(core, caseId);
    printAdmission(rows, exhibits, folders, folderOf, seconds, openedByPassword);
    const expected = readExpected(values.expected.map(path => resolve(path)));
    if (expected.length > 0) printExpected(await checkExpected(core, rows, exhibits, expected));
    if (values.brief) return;
    tell('Exporting …');
    printBytes(await compareBytes(core, rows, scratch));
    tell('Reading the PDFs with poppler and with the viewer …');
    const pdfs = await measurePdfs(core, rows, passwords);
    printWords(pdfs, folders, folderOf);
    printLandings(pdfs, folders, folderOf);
  } finally {
    await core.close();
  }
}

async function measureEntityFile(path: string): Promise<void> {
  const scratch = scratchFolder('probatum-entities-');
  const { core, caseId, rows } = await admitFolders([path], scratch, new Map());
  try {
    const exhibitId = rows[0]?.exhibitId;
    if (!exhibitId) throw new Error(`${path} was not admitted`);
    printEntities(path, await measureEntities(core, { caseId, exhibitId, path, scratch }));
  } finally {
    await core.close();
  }
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}

try {
  await measure();
} catch (error) {
  tell(`Stopped: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 1;
}
