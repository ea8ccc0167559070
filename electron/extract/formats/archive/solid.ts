/**
 * Archives that libarchive reads: 7z, RAR, CAB, LHA, ISO 9660, cpio, ar. They are unpacked twice: first to list them and
 * to see which members can be read whole, then to take these out. Neither pass holds more than a piece.
 */
import { type ByteReader, byteReaderOver } from '../../byteReader.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import type { ExtractContext } from '../../extractor.ts';
import { checkParseSize } from '../../limits.ts';
import { checkMemberCount, openExpansionMeter } from './expansionMeter.ts';
import { LibarchiveError, type LibarchiveReader, NameError, openLibarchive } from './libarchiveReader.ts';
import { memberLabel } from './memberNames.ts';
import {
  type ArchiveMember,
  DAMAGED_MEMBER,
  DEVICE_MEMBER,
  LINK_MEMBER,
  type MemberBytes,
  type OpenArchive,
  UNREAD_METHOD,
} from './members.ts';
import { decryptSevenZip, passwordNeeded, passwordWrong } from './sevenZipDecrypt.ts';
import { utcTime } from './times.ts';

export interface SolidFormat {
  format: string;
  /** Whether its times are of a known zone; otherwise they are the packing machine's own. */
  hasZone: boolean;
}

const SEVEN_ZIP = '7z';
const FORMATS: Record<string, SolidFormat> = {
  'application/x-7z-compressed': { format: SEVEN_ZIP, hasZone: true },
  'application/x-rar-compressed': { format: 'RAR', hasZone: false },
  'application/vnd.ms-cab-compressed': { format: 'CAB', hasZone: false },
  'application/x-lzh-compressed': { format: 'LHA', hasZone: false },
  'application/x-iso9660-image': { format: 'ISO', hasZone: true },
  'application/x-cpio': { format: 'CPIO', hasZone: true },
  'application/x-unix-archive': { format: 'AR', hasZone: true },
  'application/x-deb': { format: 'DEB', hasZone: true },
};

/** How often a sign of life is given while the module works, which is not seen from outside. */
const SIGN_OF_LIFE_PIECES = 8;
const ENCRYPTED_MEMBER = 'It is encrypted; read the archive again with its password.';

/** @throws ExtractionFailure */
export async function openSolid(context: ExtractContext): Promise<OpenArchive> {
  const known = FORMATS[context.detected.mediaType] ?? { format: 'archive', hasZone: false };
  const decrypted = known.format === SEVEN_ZIP ? await decryptSevenZip(context) : null;
  const readable = decrypted === null ? context.source : byteReaderOver(decrypted);
  const archive = await openWithLibarchive(context, known, readable);
  const files = archive.members.filter(member => !member.isFolder);
  // A wrong key makes noise of all data; of an archive that is damaged some members can be read.
  if (decrypted !== null && files.length > 0 && files.every(member => member.obstacle === DAMAGED_MEMBER)) {
    throw passwordWrong();
  }
  return archive;
}

/** @throws ExtractionFailure */
export async function openWithLibarchive(
  context: ExtractContext,
  { format, hasZone }: SolidFormat,
  readable = context.source,
): Promise<OpenArchive> {
  checkParseSize(readable.sizeBytes, context.limits);
  let open = openerOf(readable, context, false);
  let members: ArchiveMember[];
  try {
    members = await listMembers(open, context, hasZone);
  } catch (error) {
    if (!(error instanceof NameError)) throw error;
    open = openerOf(readable, context, true);
    members = await listMembers(open, context, hasZone);
  }
  return { engine: 'libarchive', format, members, isTested: true, contents: () => contentsOf(open, context) };
}

interface Opener {
  isAscii: boolean;
  (): Promise<LibarchiveReader>;
}

function openerOf(source: ByteReader, { assets }: ExtractContext, isAscii: boolean): Opener {
  return Object.assign(() => openLibarchive(source, assets, { isAscii }), { isAscii });
}

async function listMembers(open: Opener, context: ExtractContext, hasZone: boolean): Promise<ArchiveMember[]> {
  const members: ArchiveMember[] = [];
  const meter = openExpansionMeter(context.limits);
  let unnamed = 0;
  try {
    const reader = await open();
    for (let entry = reader.next(); entry !== null; entry = reader.next()) {
      const time = utcTime(entry.modifiedSeconds);
      if (entry.name === null || entry.name === '') unnamed += 1;
      const member: ArchiveMember = {
        name: memberLabel(entry.name ?? '', members.length),
        isFolder: entry.kind === 'folder',
        sizeBytes: entry.sizeBytes,
        packedBytes: null,
        modifiedAt: hasZone ? time : (time?.replace('T', ' ').replace('Z', '') ?? null),
        obstacle: entry.kind === 'link' ? LINK_MEMBER : entry.kind === 'device' ? DEVICE_MEMBER : null,
      };
      members.push(member);
      checkMemberCount(members.length, context.limits);
      if (member.isFolder || member.obstacle !== null) continue;
      member.obstacle = await testData(reader, member, context, meter.measure);
      if (entry.isEncrypted && member.obstacle !== null) member.obstacle = ENCRYPTED_MEMBER;
    }
  } catch (error) {
    if (!(error instanceof LibarchiveError) || (error instanceof NameError && !open.isAscii)) throw error;
    const isEncrypted = /encrypt/i.test(error.message);
    if (members.length === 0) throw isEncrypted ? encryptedArchive(context) : damagedArchive();
    context.warn(
      isEncrypted
        ? 'The archive goes on with encrypted members, which cannot be unpacked here.'
        : 'The archive is damaged or cut short; members after the damage could not be found.',
    );
  }
  if (unnamed > 0) {
    const names = unnamed === 1 ? 'One name is' : `${unnamed} names are`;
    context.warn(`${names} written in an encoding that cannot be read here.`);
  }
  const files = members.filter(member => !member.isFolder);
  if (files.length > 0 && files.every(member => member.obstacle === ENCRYPTED_MEMBER)) throw encryptedArchive(context);
  return members;
}

/** Reads the member to its end. Answers what is in the way, and corrects the size to what really came. */
async function testData(
  reader: LibarchiveReader,
  member: ArchiveMember,
  context: ExtractContext,
  measure: ReturnType<typeof openExpansionMeter>['measure'],
): Promise<string | null> {
  let sizeBytes = 0;
  try {
    for await (const piece of measure(piecesOf(reader, context), context.source.sizeBytes))
      sizeBytes += piece.byteLength;
  } catch (error) {
    if (!(error instanceof LibarchiveError)) throw error;
    return /unsupported|not supported/i.test(error.message) ? UNREAD_METHOD : DAMAGED_MEMBER;
  }
  member.sizeBytes = sizeBytes;
  return null;
}

async function* contentsOf(
  open: () => Promise<LibarchiveReader>,
  context: ExtractContext,
): AsyncGenerator<MemberBytes> {
  const reader = await open();
  for (let index = 0; hasNext(reader); index += 1) {
    let isTaken = false;
    const read = async function* () {
      isTaken = true;
      yield* piecesOf(reader, context);
    };
    yield { index, read };
    if (!isTaken) await skipData(reader, context);
  }
}

/** False where the archive is damaged as well: the list ended there too, and said so. */
function hasNext(reader: LibarchiveReader): boolean {
  try {
    return reader.next() !== null;
  } catch (error) {
    if (error instanceof LibarchiveError) return false;
    throw error;
  }
}

/** Skipping inside the module unpacks all the same, in one go that looks like standing still. */
async function skipData(reader: LibarchiveReader, context: ExtractContext): Promise<void> {
  try {
    for await (const piece of piecesOf(reader, context)) void piece;
  } catch (error) {
    if (!(error instanceof LibarchiveError)) throw error;
  }
}

async function* piecesOf(reader: LibarchiveReader, { source }: ExtractContext): AsyncGenerator<Uint8Array> {
  for (let pieces = 1; ; pieces += 1) {
    const piece = reader.read();
    if (piece === null) return;
    yield piece;
    if (pieces % SIGN_OF_LIFE_PIECES === 0) await source.read(0, 1);
  }
}

function encryptedArchive({ detected, password }: ExtractContext): ExtractionFailure {
  const { format } = FORMATS[detected.mediaType] ?? { format: '' };
  if (format === SEVEN_ZIP && !password) return passwordNeeded();
  return new ExtractionFailure(
    'unreadable',
    `The archive is encrypted. Encrypted ${format} archives cannot be unpacked here, with or without their password: unpack it with another program and admit what is in it beside it.`,
  );
}

function damagedArchive(): ExtractionFailure {
  return new ExtractionFailure('unreadable', 'The archive is damaged: its directory cannot be read.');
}
