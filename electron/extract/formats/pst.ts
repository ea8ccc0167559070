/**
 * Outlook's folders (PST, OST): each message becomes a part under the name of its folder, rebuilt as mail is exchanged; the
 * document's own pages list them. pst-extractor reads out of memory and needs Node's `Buffer`, so this format is bound to
 * `maxParseBytes` and to processes that have a Node.
 */
import { PSTFile, PSTFolder, PSTMessage } from 'pst-extractor';
import { ExtractionFailure } from '../extractionFailure.ts';
import type { ExtractContext, Extractor, ExtractorResult } from '../extractor.ts';
import { openListing } from './listing.ts';
import { safeName } from './mail/headers.ts';
import { writePstMessage } from './pst/pstMessage.ts';

const COLUMNS = ['Number', 'Folder', 'Date', 'From', 'To', 'Subject', 'Size'];
const MAX_FOLDER_DEPTH = 50;
const MAX_FOLDERS = 20_000;
/** So many items in a row that cannot be read mean that the rest of the folder cannot either. */
const MAX_FAILURES = 20;

export const extractPst: Extractor = async context => {
  const bytes = await context.source.readAll();
  return silently(async () => {
    const root = openRoot(bytes);
    const listing = openListing('Messages', COLUMNS, context.addPage);
    const found = { count: 0, taken: 0, damaged: 0, damagedAttachments: 0 };
    for (const { folder, path } of walkFolders(root, () => {
      found.damaged += 1;
    })) {
      for (const message of messagesOf(folder, found)) {
        found.count += 1;
        try {
          const written = writePstMessage(message, Math.min(bytes.byteLength, context.limits.maxPartBytes));
          found.damagedAttachments += written.damaged;
          if (await takeOut(written, path, found.count, found.taken, context)) found.taken += 1;
          const { date, from, to, subject } = written;
          const row = [String(found.count), path, date, from, to, subject, String(written.bytes.byteLength)];
          await listing.add(row);
        } catch (error) {
          if (error instanceof ExtractionFailure) throw error;
          found.damaged += 1;
        }
      }
    }
    await listing.end();
    return finish(found, context);
  });
};

function openRoot(bytes: Uint8Array): PSTFolder {
  try {
    return new PSTFile(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)).getRootFolder();
  } catch (error) {
    const isProtected = error instanceof Error && /encrypted/i.test(error.message);
    throw new ExtractionFailure(
      isProtected ? 'password-needed' : 'unreadable',
      isProtected
        ? 'The folders are encrypted by Windows for one person; ask for an export without encryption.'
        : 'The folders of Outlook are damaged: their directory cannot be read.',
      { cause: error },
    );
  }
}

function* walkFolders(root: PSTFolder, failed: () => void): Generator<{ folder: PSTFolder; path: string }> {
  const open: { folder: PSTFolder; path: string; depth: number }[] = [{ folder: root, path: '', depth: 0 }];
  const seen = new Set<string>();
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const { folder, path, depth } = next;
    // Folders of a damaged file may hold each other.
    const id = String(folder.descriptorNodeId);
    if (seen.has(id) || seen.size > MAX_FOLDERS) continue;
    seen.add(id);
    yield { folder, path };
    if (depth >= MAX_FOLDER_DEPTH) continue;
    try {
      const inner = folder.getSubFolders().filter(child => child instanceof PSTFolder);
      for (const child of inner.reverse()) {
        const name = safeName(child.displayName) || 'folder';
        open.push({ folder: child, path: path === '' ? name : `${path}/${name}`, depth: depth + 1 });
      }
    } catch {
      failed();
    }
  }
}

function* messagesOf(folder: PSTFolder, found: { damaged: number }): Generator<PSTMessage> {
  let failures = 0;
  let index = 0;
  while (failures < MAX_FAILURES) {
    try {
      const item: unknown = folder.getNextChild();
      if (item === null || item === undefined) return;
      index += 1;
      failures = 0;
      if (item instanceof PSTMessage) yield item;
      else found.damaged += 1;
    } catch {
      failures += 1;
      found.damaged += 1;
      index += 1;
      if (index >= folder.contentCount) return;
      folder.moveChildCursorTo(index);
    }
  }
}

async function takeOut(
  written: ReturnType<typeof writePstMessage>,
  path: string,
  number: number,
  taken: number,
  context: ExtractContext,
): Promise<boolean> {
  const { limits, depth } = context;
  if (depth >= limits.maxNestingDepth || taken >= limits.maxParts) return false;
  const name = `${String(number).padStart(4, '0')} ${safeName(written.subject) || 'without subject'}.eml`;
  await context.addPart({
    name: path === '' ? name : `${path}/${name}`,
    mediaType: 'message/rfc822',
    disposition: 'member',
    modifiedAt: written.sentAt,
    bytes: written.bytes,
  });
  return true;
}

function finish(
  { count, taken, damaged, damagedAttachments }: Record<'count' | 'taken' | 'damaged' | 'damagedAttachments', number>,
  { warn, limits, depth }: ExtractContext,
): ExtractorResult {
  if (count > 0)
    warn(
      'Outlook keeps the pieces of messages; each was put together again, so its bytes are not those that were sent.',
    );
  if (damaged > 0) warn(`${damaged} items or folders are damaged and were left out.`);
  if (damagedAttachments > 0) warn(`${damagedAttachments} attachments could not be taken out.`);
  const reason =
    depth >= limits.maxNestingDepth
      ? 'The folders lie too deep in other documents; their messages are listed only.'
      : `Only ${limits.maxParts} messages are taken out of one file; the others are listed only.`;
  return {
    engine: 'pst-extractor',
    engineVersion: '1.12.0',
    metadata: { messages: String(count) },
    structure: {
      kind: 'archive',
      format: 'pst',
      memberCount: count,
      leftOut: taken + damaged < count ? [{ name: `${count - taken} messages`, reason }] : [],
    },
  };
}

/** The library writes names out of the document to the console, where nothing of a case may go. */
async function silently<T>(work: () => Promise<T>): Promise<T> {
  const { log, error, warn } = console;
  const nothing = () => {};
  Object.assign(console, { log: nothing, error: nothing, warn: nothing });
  try {
    return await work();
  } finally {
    Object.assign(console, { log, error, warn });
  }
}
