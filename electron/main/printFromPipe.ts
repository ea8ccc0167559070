/** `--print-pdf`: HTML in by stdin, PDF out by stdout, for the command line. No window, no vault. */
import { app, session } from 'electron';
import { printPdf } from './printPdf.ts';
import { refuseEverythingElse } from './lockdown.ts';

export async function printFromPipe(): Promise<void> {
  refuseEverythingElse(session.defaultSession);
  const pieces: Buffer[] = [];
  for await (const piece of process.stdin) pieces.push(piece as Buffer);
  try {
    const pdf = await printPdf(Buffer.concat(pieces).toString('utf8'));
    await new Promise<void>((resolve, reject) => process.stdout.write(pdf, error => (error ? reject(error) : resolve())));
    app.exit(0);
  } catch {
    app.exit(1);
  }
}
