/** The header of an age file as text: version, a stanza for each way to open it, and the seal over them. Read strictly. */
import { ProbatumError } from '../../shared/kernel/errors.ts';
import { ARMOR_BEGIN, ARMOR_START, dearmor, MOST_WHITE_SPACE_BYTES } from './armor.ts';
import { ByteSource } from './byteSource.ts';

export const VERSION_LINE = 'age-encryption.org/v1';
const VERSION_START = 'age-encryption.org/';
/** Room for some 9,000 X25519 keys; a header that never ends must not fill the memory. */
export const MOST_HEADER_BYTES = 1024 * 1024;
const BODY_LINE_CHARACTERS = 64;
const MAC_BYTES = 32;

export interface HeaderStanza {
  /** The kind of key first, then what that kind needs. */
  args: string[];
  body: Uint8Array;
}

export interface SealedHeader {
  armored: boolean;
  stanzas: HeaderStanza[];
  /** The header as it stands, seal included. */
  bytes: Uint8Array;
  /** The payload, and what else follows the header. */
  rest: ByteSource;
}

/** Reads up to the end of the header; refuses what is not age, or newer, before it looks further. */
export async function readSealedHeader(source: ByteSource, name: string): Promise<SealedHeader> {
  const start = Buffer.from(await source.peek(MOST_WHITE_SPACE_BYTES + ARMOR_BEGIN.length)).toString('latin1');
  if (ARMOR_START.test(start)) {
    const inner = new ByteSource(dearmor(source, name));
    return { armored: true, ...(await new HeaderReader(inner, name).read()) };
  }
  if (!start.startsWith(VERSION_START)) {
    const cutOff = VERSION_START.startsWith(start) || ARMOR_BEGIN.startsWith(start);
    if (cutOff) throw new ProbatumError('age-truncated', { name, part: 'header', certain: true });
    throw new ProbatumError('age-foreign', { name });
  }
  return { armored: false, ...(await new HeaderReader(source, name).read()) };
}

class HeaderReader {
  readonly #source: ByteSource;
  readonly #name: string;
  readonly #lines: Uint8Array[] = [];
  #size = 0;

  constructor(source: ByteSource, name: string) {
    this.#source = source;
    this.#name = name;
  }

  async read(): Promise<Omit<SealedHeader, 'armored'>> {
    this.#checkVersion(await this.#line());
    const stanzas: HeaderStanza[] = [];
    for (;;) {
      const line = await this.#line();
      if (line.startsWith('---')) {
        this.#checkSeal(line);
        return { stanzas, bytes: Buffer.concat(this.#lines), rest: this.#source };
      }
      stanzas.push({ args: this.#arguments(line), body: await this.#body() });
    }
  }

  #checkVersion(line: string): void {
    if (line === VERSION_LINE) return;
    if (!line.startsWith(VERSION_START)) throw new ProbatumError('age-foreign', { name: this.#name });
    const version = line.slice(VERSION_START.length);
    if (!/^v[1-9]\d{0,8}(\.\d{1,8})?$/.test(version)) throw this.#damaged('its first line is not one that age writes');
    throw new ProbatumError('age-newer', { name: this.#name, version });
  }

  #arguments(line: string): string[] {
    const [arrow, ...args] = line.split(' ');
    if (arrow !== '->' || args.length === 0 || args.includes('')) {
      throw this.#damaged(`line ${this.#lines.length} of its header is neither a key nor the seal`);
    }
    return args;
  }

  /** Full lines of base64, then a shorter one, even if it is empty. */
  async #body(): Promise<Uint8Array> {
    const parts: Uint8Array[] = [];
    for (;;) {
      const line = await this.#line();
      if (line.length > BODY_LINE_CHARACTERS)
        throw this.#damaged(`line ${this.#lines.length} of its header is too long`);
      parts.push(this.#decode(line));
      if (line.length < BODY_LINE_CHARACTERS) return Buffer.concat(parts);
    }
  }

  #checkSeal(line: string): void {
    const valid = line.startsWith('--- ') && this.#decode(line.slice(4)).length === MAC_BYTES;
    if (!valid) throw this.#damaged('the seal of its header is not one');
  }

  #decode(text: string): Uint8Array {
    const bytes = decodeUnpadded(text);
    if (!bytes) throw this.#damaged(`line ${this.#lines.length} of its header is not base64`);
    return bytes;
  }

  async #line(): Promise<string> {
    const bytes = await this.#source.takeLine(MOST_HEADER_BYTES - this.#size);
    this.#size += bytes.length;
    this.#lines.push(bytes);
    const text = Buffer.from(bytes).toString('latin1');
    if (!text.endsWith('\n')) {
      if (this.#size >= MOST_HEADER_BYTES) throw this.#damaged('its header does not end');
      throw new ProbatumError('age-truncated', { name: this.#name, part: 'header', certain: true });
    }
    if (!/^[ -~]*\n$/.test(text)) {
      throw this.#damaged(`line ${this.#lines.length} of its header holds a character that age does not write`);
    }
    return text.slice(0, -1);
  }

  #damaged(problem: string): ProbatumError {
    return new ProbatumError('age-damaged', { name: this.#name, part: 'header', problem });
  }
}

/** Base64 without padding, in its one right way to be written; null for any other text. */
export function decodeUnpadded(text: string): Uint8Array | null {
  const bytes = Buffer.from(text, 'base64');
  return bytes.toString('base64').replace(/=+$/, '') === text ? bytes : null;
}
