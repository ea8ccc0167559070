/** `--print-pdf`: a printout as JSON in by stdin, PDF out by stdout, for the command line. No window, no vault. */
import { app, session } from 'electron';
import { writeSync } from 'node:fs';
import { z } from 'zod';
import { printPdf } from './printPdf.ts';
import { refuseEverythingElse } from './lockdown.ts';

const Printout = z.object({ html: z.string(), left: z.string(), right: z.string() });

export async function printFromPipe(): Promise<void> {
  refuseEverythingElse(session.defaultSession);
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  try {
    const pdf = await printPdf(Printout.parse(JSON.parse(Buffer.concat(pieces).toString('utf8'))));
    writeWhole(pdf);
    app.exit(0);
  } catch {
    app.exit(1);
  }
}

/** Subtle: Electron ends without waiting for what a stream still holds, so the bytes go straight to the pipe. */
function writeWhole(bytes: Uint8Array): void {
  const pause = new Int32Array(new SharedArrayBuffer(4));
  for (let at = 0; at < bytes.length; ) {
    try {
      at += writeSync(1, bytes, at, bytes.length - at);
    } catch (error) {
      // The pipe is full: the reader is slower than we are.
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN') throw error;
      Atomics.wait(pause, 0, 0, 5);
    }
  }
}
