/** Whether the password that was given opens an archive's members, asked before any of them is unpacked. */
import type { Entry, FileEntry } from '@zip.js/zip.js/lib/zip-core-native.js';
import { ExtractionFailure } from '../../extractionFailure.ts';
import type { ListedEntry } from './zip.ts';
import { readEntry } from './zipEntry.ts';

export interface ZipKeys {
  /** Why encrypted members stay closed; null where the password is worth a try. */
  obstacle: string | null;
  warning?: string;
}

/** So many members are tried before a password counts as wrong for all of them; they may differ in theirs. */
const MAX_TRIES = 20;
const MAX_TRIED_BYTES = 8 * 1024 * 1024;

/** @throws ExtractionFailure where nothing can be read without the right password */
export async function checkZipPassword(
  entries: readonly ListedEntry[],
  readDirectory: () => AsyncIterable<Entry>,
  password: string | undefined,
): Promise<ZipKeys> {
  const files = entries.filter(entry => !entry.isFolder);
  const encrypted = files.filter(entry => entry.isEncrypted);
  if (encrypted.length === 0) return { obstacle: null };
  if (password === undefined || password === '') {
    if (encrypted.length === files.length) {
      throw new ExtractionFailure('password-needed', 'The archive is encrypted. Give its password to unpack it.');
    }
    return {
      obstacle: 'It is encrypted; read the archive again with its password.',
      warning: `${encrypted.length} of ${files.length} members are encrypted and were not unpacked; read the archive again with its password.`,
    };
  }
  const smallFirst = encrypted.toSorted((a, b) => a.packedBytes - b.packedBytes);
  const tried = new Set(smallFirst.slice(0, MAX_TRIES));
  let index = 0;
  for await (const entry of readDirectory()) {
    const listed = entries[index];
    if (listed !== undefined && tried.has(listed) && (await opens(entry as FileEntry, password))) {
      return { obstacle: null };
    }
    index += 1;
    if (index >= entries.length) break;
  }
  throw new ExtractionFailure('password-wrong', 'The password does not open this archive.');
}

/**
 * ZipCrypto's own check lets one wrong password in 256 pass, and is not worth more than that: the member's checksum
 * decides. Large members are spared, unless there are no others.
 */
async function opens(entry: FileEntry, password: string): Promise<boolean> {
  try {
    await entry.getData(new WritableStream(), { password, checkPasswordOnly: true });
    if (!entry.zipCrypto || entry.compressedSize > MAX_TRIED_BYTES) return true;
    let sizeBytes = 0;
    for await (const piece of readEntry(entry, password)) {
      sizeBytes += piece.byteLength;
      if (sizeBytes > MAX_TRIED_BYTES) return true;
    }
    return true;
  } catch {
    return false;
  }
}
