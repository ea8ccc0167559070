/** The passphrase comes from a file or a prompt, never from an argument: arguments show in lists of processes. */
import { readFileSync } from 'node:fs';
import { ProbatumError } from '../../shared/kernel/errors.ts';

export async function readPassphrase(file: string | undefined, question = 'Passphrase: '): Promise<string> {
  if (file !== undefined) return firstLine(file);
  if (!process.stdin.isTTY)
    throw new ProbatumError('invalid-input', {
      operation: 'the passphrase',
      problem: 'there is no terminal to ask at; give --passphrase-file',
    });
  return askHidden(question);
}

function firstLine(file: string): string {
  try {
    return readFileSync(file, 'utf8').split(/\r?\n/, 1)[0] ?? '';
  } catch (error) {
    throw new ProbatumError(
      'file-unreadable',
      { path: file, problem: error instanceof Error ? error.message : String(error) },
      { cause: error },
    );
  }
}

/** Reads a line from the terminal without showing it. */
function askHidden(question: string): Promise<string> {
  const { stdin, stderr } = process;
  stderr.write(question);
  stdin.setRawMode(true);
  stdin.setEncoding('utf8');
  stdin.resume();
  return new Promise((resolve, reject) => {
    let typed = '';
    const end = () => {
      stdin.off('data', read);
      stdin.setRawMode(false);
      stdin.pause();
      stderr.write('\n');
    };
    const read = (text: string) => {
      for (const character of text) {
        if (character === '\r' || character === '\n') {
          end();
          resolve(typed);
          return;
        }
        if (character === '\u0003') {
          end();
          reject(new ProbatumError('vault-locked', {}));
          return;
        }
        if (character === '\u007f' || character === '\b') typed = [...typed].slice(0, -1).join('');
        else typed += character;
      }
    };
    stdin.on('data', read);
  });
}
