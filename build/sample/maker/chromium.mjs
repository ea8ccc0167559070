// Runs Debian's Chromium without a network to print a page to PDF or to take its picture. Make time only.
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const QUIET = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--hide-scrollbars',
  '--virtual-time-budget=4000',
];

function chromium(htmlPath, args) {
  const profile = mkdtempSync(join(tmpdir(), 'sample-profile-'));
  try {
    execFileSync('chromium', [...QUIET, `--user-data-dir=${profile}`, ...args, pathToFileURL(htmlPath).href], {
      stdio: ['ignore', 'ignore', 'ignore'],
      timeout: 90_000,
    });
  } finally {
    rmSync(profile, { recursive: true, force: true });
  }
}

export function printToPdf(htmlPath, pdfPath) {
  chromium(htmlPath, ['--no-pdf-header-footer', `--print-to-pdf=${pdfPath}`]);
}

export function screenshot(htmlPath, pngPath, width, height) {
  chromium(htmlPath, [`--window-size=${width},${height}`, '--force-device-scale-factor=1', `--screenshot=${pngPath}`]);
}
