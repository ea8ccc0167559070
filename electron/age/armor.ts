/**
 * The text form of an age file: base64 between two lines, as strict as the age program reads it. Only white space may
 * stand before and after; each line has 64 characters but the last; nothing but the one right way to write base64 passes.
 */
import { ProbatumError } from '../../shared/kernel/errors.ts';
import type { ByteSource } from './byteSource.ts';

export const ARMOR_BEGIN = '-----BEGIN AGE ENCRYPTED FILE-----';
/** Also found where somebody's editor changed its capitals, so that the damage is named and not taken for another kind of file. */
export const ARMOR_START = /^\s*-----BEGIN AGE ENCRYPTED FILE-----/i;
const ARMOR_END = '-----END AGE ENCRYPTED FILE-----';
/** White space around the armor, as much as the age program takes. */
export const MOST_WHITE_SPACE_BYTES = 1024;
const FULL_LINE = 64;
/** A line of base64 is 64 characters, the last line of the file 32: more is no armor. */
const LONGEST_LINE_BYTES = MOST_WHITE_SPACE_BYTES;
/** Lines are handed on together: 48 bytes at a time would cost more than the decryption. */
const BATCH_LINES = 1365;

/** The bytes inside the armor. `source` stands at its start, or at white space before it. */
export async function* dearmor(source: ByteSource, name: string): AsyncGenerator<Uint8Array> {
  const lines = new ArmorLines(source, name);
  await lines.skipToBegin();
  let batch: string[] = [];
  for (;;) {
    const line = await lines.next();
    if (line === ARMOR_END) break;
    checkLine(line, lines);
    batch.push(line);
    if (line.length < FULL_LINE || line.endsWith('=')) {
      await lines.expectEnd();
      break;
    }
    if (batch.length === BATCH_LINES) {
      yield Buffer.from(batch.join(''), 'base64');
      batch = [];
    }
  }
  await lines.expectNothingMore();
  if (batch.length > 0) yield Buffer.from(batch.join(''), 'base64');
}

function checkLine(line: string, lines: ArmorLines): void {
  if (line.length === 0 || line.length > FULL_LINE) throw lines.damaged('is not as long as a line of it must be');
  // Decoded and encoded again, only the one right way to write these bytes is the same.
  if (Buffer.from(line, 'base64').toString('base64') !== line) throw lines.damaged('is not base64');
}

class ArmorLines {
  #number = 0;
  readonly #source: ByteSource;
  readonly #name: string;

  constructor(source: ByteSource, name: string) {
    this.#source = source;
    this.#name = name;
  }

  damaged(what: string): ProbatumError {
    const problem = `line ${this.#number} of its text form ${what}`;
    return new ProbatumError('age-damaged', { name: this.#name, part: 'armor', problem });
  }

  /** The next line without its end, which is a line feed with or without a carriage return before it. */
  async next(): Promise<string> {
    const line = await this.#read();
    if (line === null) throw new ProbatumError('age-truncated', { name: this.#name, part: 'armor', certain: true });
    return line;
  }

  async skipToBegin(): Promise<void> {
    let line = await this.next();
    while (line.trim() === '') line = await this.next();
    if (line !== ARMOR_BEGIN) throw this.damaged('should begin it');
  }

  async expectEnd(): Promise<void> {
    if ((await this.next()) !== ARMOR_END) throw this.damaged('should end it');
  }

  async expectNothingMore(): Promise<void> {
    let seen = 0;
    for (let line = await this.#read(); line !== null; line = await this.#read()) {
      seen += line.length + 1;
      if (line.trim() !== '' || seen > MOST_WHITE_SPACE_BYTES) throw this.damaged('stands behind its end');
    }
  }

  async #read(): Promise<string | null> {
    const bytes = await this.#source.takeLine(LONGEST_LINE_BYTES);
    if (bytes.length === 0) return null;
    this.#number += 1;
    const text = Buffer.from(bytes).toString('latin1');
    return text.replace(/\r?\n$/, '');
  }
}
