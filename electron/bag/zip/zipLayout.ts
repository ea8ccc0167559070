/**
 * Checks that the ZIP holds what its directory lists and nothing else: each entry's own header says the same as the
 * directory, no two entries share bytes, and nothing stands between them.
 */
import { type Findings, UnreadableFile } from '../bagVerdict.ts';
import { type ZipDirectory, type ZipMember, zip64Values } from './zipDirectory.ts';
import type { ZipFile } from './zipFile.ts';
import { MAX_U32, SIGNATURE } from './zipFormat.ts';

const FLAG_ENCRYPTED = 1;
const FLAG_DESCRIPTOR = 1 << 3;
const SCAN_BYTES = 64 * 1024;

/** Where each member's bytes begin; members that cannot be read are left out, and named. */
export async function locateMembers(
  file: ZipFile,
  directory: ZipDirectory,
  findings: Findings,
): Promise<Map<ZipMember, number>> {
  const places = new Map<ZipMember, number>();
  let expected = 0;
  for (const member of [...directory.members].sort((a, b) => a.offset - b.offset)) {
    if (member.offset < expected) {
      findings.problem('zip-overlap', `${member.name} shares bytes with the entry before it.`, member.name);
      continue;
    }
    await reportGap(file, expected, member.offset, findings);
    const found = await readLocalHeader(file, member, directory.offset, findings);
    if (!found) {
      expected = member.offset;
      continue;
    }
    expected = found.endsAt;
    if (found.usable) places.set(member, found.dataAt);
  }
  await reportGap(file, expected, directory.offset, findings);
  return places;
}

interface LocatedMember {
  dataAt: number;
  endsAt: number;
  usable: boolean;
}

async function readLocalHeader(
  file: ZipFile,
  member: ZipMember,
  limit: number,
  findings: Findings,
): Promise<LocatedMember | undefined> {
  const head = await file.readAt(member.offset, 30).catch(() => undefined);
  if (!head || head.readUInt32LE(0) !== SIGNATURE.localHeader) {
    findings.problem(
      'zip-header',
      `${member.name} is listed in the ZIP, but does not begin where the list says.`,
      member.name,
    );
    return undefined;
  }
  const nameBytes = head.readUInt16LE(26);
  const rest = await file.readAt(member.offset + 30, nameBytes + head.readUInt16LE(28)).catch(() => undefined);
  const dataAt = member.offset + 30 + (rest?.length ?? 0);
  const dataEnd = dataAt + member.compressedBytes;
  if (!rest || dataEnd > limit) {
    findings.problem('zip-truncated', `${member.name} is cut off.`, member.name);
    return undefined;
  }
  const differing = differingField(head, rest, nameBytes, member);
  if (differing) {
    findings.problem(
      'zip-header',
      `${member.name}: its own header and the directory of the ZIP state another ${differing}.`,
      member.name,
    );
  }
  const encrypted = ((head.readUInt16LE(6) | member.flags) & FLAG_ENCRYPTED) !== 0;
  if (encrypted)
    findings.problem('zip-encrypted', `${member.name} is encrypted within the ZIP; it cannot be checked.`, member.name);
  return { dataAt, endsAt: dataEnd + (await descriptorBytes(file, dataEnd, member)), usable: !encrypted };
}

function differingField(head: Buffer, rest: Buffer, nameBytes: number, member: ZipMember): string | undefined {
  if (
    new TextDecoder().decode(rest.subarray(0, nameBytes)) !== member.name &&
    rest.toString('latin1', 0, nameBytes) !== member.name
  ) {
    return 'name';
  }
  if (head.readUInt16LE(6) !== member.flags) return 'flags';
  if (head.readUInt16LE(8) !== member.method) return 'method';
  if (head.readUInt16LE(10) !== member.time || head.readUInt16LE(12) !== member.date) return 'time';
  const wide = zip64Values(rest.subarray(nameBytes), `the header of ${member.name}`);
  const written = { crc: head.readUInt32LE(14), compressed: head.readUInt32LE(18), size: head.readUInt32LE(22) };
  if (written.size === MAX_U32 && wide.length > 0) written.size = wide.shift() ?? MAX_U32;
  if (written.compressed === MAX_U32 && wide.length > 0) written.compressed = wide.shift() ?? MAX_U32;
  // With a data descriptor the header was written before these were known, and holds zeros.
  const later = (member.flags & FLAG_DESCRIPTOR) !== 0;
  const agrees = (value: number, listed: number): boolean => value === listed || (later && value === 0);
  if (!agrees(written.crc, member.crc)) return 'checksum';
  if (!agrees(written.compressed, member.compressedBytes) || !agrees(written.size, member.sizeBytes)) return 'size';
  return undefined;
}

/** Length of the data descriptor behind an entry: with or without signature, with 32 or 64 bits a size. */
async function descriptorBytes(file: ZipFile, at: number, member: ZipMember): Promise<number> {
  if ((member.flags & FLAG_DESCRIPTOR) === 0) return 0;
  const bytes = await file.readAt(at, 24).catch(() => undefined);
  if (!bytes) return 0;
  const signed = bytes.readUInt32LE(0) === SIGNATURE.dataDescriptor ? 4 : 0;
  const wide = bytes.readBigUInt64LE(signed + 4) === BigInt(member.compressedBytes);
  return signed + (wide ? 20 : 12);
}

/** Space between entries may be mere padding of another program; an entry that no list names is not. */
async function reportGap(file: ZipFile, from: number, to: number, findings: Findings): Promise<void> {
  if (to <= from) return;
  const signature = Buffer.from([0x50, 0x4b, 0x03, 0x04]);
  let overlap: Buffer = Buffer.alloc(0);
  for (let at = from; at < to; at += SCAN_BYTES) {
    const piece = await file.readAt(at, Math.min(SCAN_BYTES, to - at));
    if (Buffer.concat([overlap, piece]).includes(signature)) {
      findings.problem('zip-hidden', `The ZIP holds an entry at byte ${at} that its directory does not name.`);
      return;
    }
    overlap = piece.subarray(-3);
  }
  findings.warn('zip-hidden', `${to - from} bytes at ${from} of the ZIP belong to no entry.`);
}

export function assertMethod(member: ZipMember, known: readonly number[]): void {
  if (known.includes(member.method)) return;
  throw new UnreadableFile('zip-method', `is packed by method ${member.method}, which is not known here`);
}
