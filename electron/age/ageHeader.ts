/** What an age file says of itself before any key is tried: for whom it is sealed. */
import { ByteSource } from './byteSource.ts';
import { type HeaderStanza, readSealedHeader } from './headerText.ts';

export interface AgeHeader {
  armored: boolean;
  /** How many X25519 keys it is sealed to. Whose they are, an age file does not say. */
  x25519: number;
  /** How many hybrid (post-quantum) keys it is sealed to. */
  hybrid: number;
  /** Sealed with a passphrase: ask for it. */
  scrypt: boolean;
  /** Kinds of keys that nobody here can have, each once. */
  others: string[];
}

/** Reads no further than the header, and closes the source. Nothing of it is authenticated yet. */
export async function readAgeHeader(
  sealed: AsyncIterable<Uint8Array>,
  { name = 'The file' }: { name?: string } = {},
): Promise<AgeHeader> {
  const source = new ByteSource(sealed);
  try {
    const { armored, stanzas } = await readSealedHeader(source, name);
    return { armored, ...kindsOf(stanzas) };
  } finally {
    await source.close();
  }
}

const KNOWN = ['X25519', 'mlkem768x25519', 'scrypt'];

export function kindsOf(stanzas: readonly HeaderStanza[]): Omit<AgeHeader, 'armored'> {
  const kinds = stanzas.map(({ args }) => args[0] ?? '');
  const count = (kind: string) => kinds.filter(one => one === kind).length;
  return {
    x25519: count('X25519'),
    hybrid: count('mlkem768x25519'),
    scrypt: count('scrypt') > 0,
    others: [...new Set(kinds.filter(kind => !KNOWN.includes(kind)))],
  };
}
