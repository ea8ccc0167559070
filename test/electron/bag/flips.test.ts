// A bit flipped anywhere in a bundle as it is exported is found, and the file or the place in the container is named.
import { open, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { seededRandom } from '../../../build/bench/seededRandom.ts';
import { type BagProblem, verifyBag } from '../../../electron/bag/index.ts';
import { temporaryFolder } from './bagSupport.ts';
import { writeExerciseBag } from './exerciseBag.ts';
import { placesOfZip, type ZipPlace } from './zipPlaces.ts';

const FLIPS = 1000;

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
let whole: Buffer;
beforeAll(async () => {
  folder = await temporaryFolder();
  await writeExerciseBag(join(folder.path, 'bundle.zip'));
  whole = await readFile(join(folder.path, 'bundle.zip'));
});
afterAll(() => folder.remove());

test(`each of ${FLIPS} random bits is found, and what it belongs to is named`, { timeout: 120_000 }, async () => {
  const placeAt = placesOfZip(whole);
  const random = seededRandom(20_261_125);
  const path = join(folder.path, 'bundle.zip');
  const file = await open(path, 'r+');
  const write = (byte: number, at: number) => file.write(Uint8Array.of(byte), 0, 1, at);
  const unnoticed: string[] = [];
  const unnamed: string[] = [];
  for (let flip = 0; flip < FLIPS; flip += 1) {
    const at = Math.floor(random() * whole.length);
    const bit = Math.floor(random() * 8);
    await write(whole.readUInt8(at) ^ (1 << bit), at);
    const { ok, problems } = await verifyBag(path);
    await write(whole.readUInt8(at), at);
    const place = placeAt(at);
    const told = `bit ${bit} of byte ${at} (${place.what} ${place.file ?? ''}): ${problems.map(({ code, sentence }) => `${code} ${sentence}`).join(' | ')}`;
    if (ok) unnoticed.push(told);
    else if (!problems.some(problem => names(problem, place))) unnamed.push(told);
  }
  await file.close();
  expect(unnoticed).toEqual([]);
  expect(unnamed).toEqual([]);
  expect((await verifyBag(path)).ok).toBe(true);
});

/** The file, or the part of the container: a directory that cannot be read can name no file. */
function names({ path, sentence }: BagProblem, { what, file }: ZipPlace): boolean {
  return (file !== undefined && (path === file || sentence.includes(file))) || sentence.includes(what);
}
