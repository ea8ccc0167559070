/**
 * PDF on the command line: Chromium draws it, so the app itself is started in a printing mode, HTML in by a pipe and PDF
 * out by a pipe; nothing stands on the disk in between.
 */
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { PrintPdf } from '../jobs/tools.ts';
import { ProbatumError } from '../../shared/kernel/errors.ts';

export function printPdfWithApp(assets: string): PrintPdf | null {
  const electron = process.env['PROBATUM_ELECTRON'];
  if (!electron || !existsSync(electron)) return null;
  return printout =>
    new Promise((resolve, reject) => {
      const asRoot = process.getuid?.() === 0;
      const [program = electron, ...before] = [...displayWrapper(), electron];
      const child = spawn(program, [...before, ...(asRoot ? ['--no-sandbox'] : []), dirname(assets), '--print-pdf'], {
        stdio: ['pipe', 'pipe', 'ignore'],
      });
      const pieces: Buffer[] = [];
      child.stdout.on('data', (piece: Buffer) => pieces.push(piece));
      child.on('error', reject);
      child.on('close', code => {
        const pdf = Buffer.concat(pieces);
        if (code === 0 && isWholePdf(pdf)) resolve(pdf);
        else reject(new ProbatumError('printer-missing', {}));
      });
      child.stdin.end(JSON.stringify(printout));
    });
}

/** Chromium needs a display on Linux even for a hidden window; a virtual one does. */
function displayWrapper(): string[] {
  const { DISPLAY, WAYLAND_DISPLAY, PATH = '' } = process.env;
  if (process.platform !== 'linux' || DISPLAY || WAYLAND_DISPLAY) return [];
  return PATH.split(':').some(folder => existsSync(join(folder, 'xvfb-run'))) ? ['xvfb-run', '-a'] : [];
}

function isWholePdf(pdf: Buffer): boolean {
  return pdf.subarray(0, 5).toString('latin1') === '%PDF-' && pdf.subarray(-32).toString('latin1').includes('%%EOF');
}
