import { runProgram } from '../bench/runProgram.ts';

/** A PDF's text as poppler's pdftotext reads it, without its marks of page ends; null where it cannot open the file. */
export async function popplerText(path: string, password: string | undefined): Promise<string | null> {
  const { code, stdout } = await runProgram('pdftotext', [
    '-q',
    '-enc',
    'UTF-8',
    ...(password === undefined ? [] : ['-upw', password]),
    path,
    '-',
  ]);
  return code === 0 ? stdout.replaceAll('\f', '\n') : null;
}
