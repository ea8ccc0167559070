// Makes the satellite-picture stand-in and the scanned page from their sources, with ImageMagick. Make time only.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { screenshot } from './chromium.mjs';
import { addPngText } from './encodings.mjs';
import { MARK } from './mark.mjs';
import { pictureOnlyPdf } from './pdf.mjs';

const convert = args => execFileSync('convert', args, { timeout: 60_000 });

/** Returns the path of a smaller JPEG for the imagery report. */
export function writeSatellitePicture(sources, work, out) {
  const page = join(work, 'satellite-picture.html');
  writeFileSync(page, readFileSync(join(sources, 'satellite-picture.html'), 'utf8').replaceAll('{{mark}}', MARK));
  const raw = join(work, 'satellite-raw.png');
  screenshot(page, raw, 1400, 1000);
  const small = join(work, 'satellite-small.png');
  convert([raw, '-strip', '-dither', 'None', '-colors', '64', `PNG8:${small}`]);
  writeFileSync(
    out,
    addPngText(readFileSync(small), {
      Title: 'Two tankers alongside, 33-41.2N 124-18.7E, 2026-03-15 02:14:07 UTC',
      Author: 'Halden–Ito Imaging (invented)',
      Description: MARK,
      Comment: 'SIMULATED IMAGE — EXERCISE',
    }),
  );
  const jpeg = join(work, 'satellite-report.jpg');
  convert([raw, '-strip', '-resize', '1100x', '-quality', '72', jpeg]);
  return jpeg;
}

/** Prints a page, then spoils it as a flatbed scanner does: grey, slightly turned, soft, speckled. */
export function writeScan(printedPdf, work, out) {
  const page = join(work, 'scan-page');
  execFileSync('pdftoppm', ['-r', '150', '-gray', '-png', '-singlefile', printedPdf, page], { timeout: 60_000 });
  const jpeg = join(work, 'scan.jpg');
  convert([
    `${page}.png`,
    '-background',
    '#e9e9e9',
    '-rotate',
    '0.7',
    '-gravity',
    'center',
    '-extent',
    '1240x1754',
    '-blur',
    '0x0.5',
    '-seed',
    '7',
    '-attenuate',
    '0.35',
    '+noise',
    'Gaussian',
    '-level',
    '4%,97%',
    '-colorspace',
    'Gray',
    '-strip',
    '-quality',
    '48',
    jpeg,
  ]);
  pictureOnlyPdf(readFileSync(jpeg), 1240, 1754, out);
}
