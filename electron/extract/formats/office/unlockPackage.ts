/** An OpenDocument or HWPX package whose members are encrypted one by one, seen as if they were not. */
import { ExtractionFailure } from '../../extractionFailure.ts';
import type { ExtractContext } from '../../extractor.ts';
import type { ZipEntry } from '../../zipDirectory.ts';
import { openInflater } from '../ole/inflate.ts';
import { openMemberCipher } from './memberCipher.ts';
import type { OfficePackage } from './officePackage.ts';
import { lockKey, type PackageLocks, type StatedLock } from './packageLocks.ts';

/** One that opens shows that the password is right; several are tried, since one may be damaged. */
const MAX_TRIED = 4;
/** Of so many bytes, none come out as long as stated by chance. */
const TELLING_BYTES = 64;

export interface UnlockRequest extends Pick<ExtractContext, 'limits' | 'warn'> {
  password: string | undefined;
  /** Members without which there is nothing to read; only they make the password needed. */
  isNeeded(name: string): boolean;
}

export async function unlockPackage(
  pack: OfficePackage,
  { members, isForKeyHolders }: PackageLocks,
  { password, limits, warn, isNeeded }: UnlockRequest,
): Promise<OfficePackage> {
  const lockOf = (entry: ZipEntry) => members.get(lockKey(entry.name));
  const locked = pack.names.flatMap(name => pack.entry(name) ?? []).filter(entry => lockOf(entry) !== undefined);
  if (locked.length === 0) return pack;
  const isTextLocked = locked.some(entry => isNeeded(entry.name));
  if (isTextLocked && isForKeyHolders) throw forKeyHolders();
  if (isTextLocked && password === undefined) throw passwordNeeded();
  const inflater = openInflater(limits);
  /** Making a key is slow on purpose, so what was opened to try the password is not opened again. */
  const tried = new Map<string, Opened>();
  if (isTextLocked && password !== undefined) await checkPassword(password);

  async function checkPassword(given: string): Promise<void> {
    // A method that is not supported is said before a wrong password is.
    for (const entry of locked.filter(one => isNeeded(one.name))) openMemberCipher(lockOf(entry) ?? NO_LOCK);
    const smallest = [...locked].sort((a, b) => a.packedBytes - b.packedBytes).slice(0, MAX_TRIED);
    for (const entry of smallest) {
      const opened = await openMember(entry, given).catch(passOverDamage);
      if (opened === null) continue;
      tried.set(entry.name, opened);
      return;
    }
    throw new ExtractionFailure('password-wrong', 'The password does not open this document.');
  }

  /** Null where the member does not open. */
  async function openMember(entry: ZipEntry, given: string): Promise<Opened | null> {
    const lock = lockOf(entry) ?? NO_LOCK;
    const cipher = openMemberCipher(lock);
    const packed = await cipher.decrypt(await pack.readEntry(entry), given);
    if (packed === null) return null;
    const { bytes, isDamaged } = inflater.inflate(packed);
    if (cipher.matches(packed, bytes) === true) {
      // A member that was not packed before is its own content.
      if (isDamaged && packed.byteLength === lock.sizeBytes) return { bytes: packed, isWhole: true };
      return { bytes, isWhole: !isDamaged };
    }
    const isAsLongAsStated = bytes.byteLength === lock.sizeBytes && bytes.byteLength >= TELLING_BYTES;
    return !isDamaged && isAsLongAsStated ? { bytes, isWhole: true } : null;
  }

  async function readEntry(entry: ZipEntry): Promise<Uint8Array> {
    if (lockOf(entry) === undefined) return pack.readEntry(entry);
    if (password === undefined) throw passwordNeeded();
    const opened = tried.get(entry.name) ?? (await openMember(entry, password));
    tried.delete(entry.name);
    if (opened === null) throw new ExtractionFailure('unreadable', 'A protected part of the document is damaged.');
    if (!opened.isWhole) warn(`A protected part of the document is damaged; its end is missing: “${entry.name}”.`);
    return opened.bytes;
  }

  return {
    names: pack.names,
    entry(name) {
      const entry = pack.entry(name);
      const statedBytes = entry === undefined ? undefined : lockOf(entry)?.sizeBytes;
      if (entry === undefined || statedBytes === undefined) return entry;
      // What the directory calls its size is what it has packed and encrypted.
      return { ...entry, expandedBytes: Math.max(statedBytes, entry.expandedBytes) };
    },
    async read(name) {
      const entry = pack.entry(name);
      if (entry === undefined || lockOf(entry) === undefined) return pack.read(name);
      try {
        return await readEntry(entry);
      } catch (error) {
        if (isNeeded(name) && error instanceof ExtractionFailure && error.problem.code !== 'unreadable') throw error;
        warn(`A protected part of the document could not be opened and was not read: “${entry.name}”.`);
        return undefined;
      }
    },
    readEntry,
  };
}

interface Opened {
  bytes: Uint8Array;
  isWhole: boolean;
}

const NO_LOCK: StatedLock = { sizeBytes: undefined, checksum: {}, algorithm: {}, derivation: {}, startKey: {} };

/** Limits concern the whole document; damage, and methods that are not supported, only the member in hand. */
function passOverDamage(error: unknown): null {
  if (error instanceof ExtractionFailure && /^(unreadable|password-needed)$/.test(error.problem.code)) return null;
  throw error;
}

function passwordNeeded(): ExtractionFailure {
  return new ExtractionFailure('password-needed', 'The document is protected; enter its password to read it.');
}

function forKeyHolders(): ExtractionFailure {
  return new ExtractionFailure(
    'password-needed',
    'The document is protected for the holders of certain OpenPGP keys, not by a password; ask for an unprotected copy.',
  );
}
