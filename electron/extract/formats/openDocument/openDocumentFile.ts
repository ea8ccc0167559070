/** An OpenDocument file, zipped, as one XML, or protected by a password: its content, styles and metadata, wherever they stand. */
import { type ByteReader, byteReaderOver } from '../../byteReader.ts';
import { ExtractionFailure } from '../../extractionFailure.ts';
import type { ExtractContext } from '../../extractor.ts';
import { walkXml } from '../../text/xmlWalk.ts';
import { type OfficePackage, openOfficePackage } from '../office/officePackage.ts';
import { lockKey, readPackageLocks } from '../office/packageLocks.ts';
import { unlockPackage } from '../office/unlockPackage.ts';

export interface OpenDocumentFile {
  content: Uint8Array;
  styles: Uint8Array | undefined;
  meta: Uint8Array | undefined;
  /** Undefined for a flat file. */
  pack: OfficePackage | undefined;
  /** Media types by path, of folders too. */
  types: ReadonlyMap<string, string>;
  /** It was opened with a password. */
  isProtected: boolean;
}

const TEXT_PARTS = /^(content|styles|meta)\.xml$|^META-INF\/manifest\.xml$/i;
/** The document as LibreOffice 24 and later encrypts it: whole, in one member. */
const WHOLE = /^encrypted-package$/i;

export async function openOpenDocument(context: ExtractContext): Promise<OpenDocumentFile> {
  if (context.detected.mediaType.endsWith('-flat-xml')) {
    const content = await context.source.readAll();
    return { content, styles: content, meta: content, pack: undefined, types: new Map(), isProtected: false };
  }
  const outer = await openUnlocked(context.source, context);
  const whole = outer.isProtected ? await outer.pack.read('encrypted-package') : undefined;
  const inner = whole === undefined ? outer : await openUnlocked(byteReaderOver(whole), context);
  const { pack, types } = inner;
  const content = await pack.read('content.xml');
  if (content === undefined)
    throw new ExtractionFailure('unreadable', 'The OpenDocument file is damaged: its content is missing.');
  const [styles, meta] = [await pack.read('styles.xml'), await pack.read('meta.xml')];
  return { content, styles, meta, pack, types, isProtected: outer.isProtected };
}

async function openUnlocked(
  source: ByteReader,
  { limits, warn, password }: ExtractContext,
): Promise<Pick<OpenDocumentFile, 'types' | 'isProtected'> & { pack: OfficePackage }> {
  const isText = (name: string) => TEXT_PARTS.test(name) || WHOLE.test(name);
  const pack = await openOfficePackage({ source, limits, warn }, isText);
  const manifest = await pack.read('META-INF/manifest.xml');
  const locks = readPackageLocks(manifest);
  return {
    pack: await unlockPackage(pack, locks, { password, limits, warn, isNeeded: isText }),
    types: readManifest(manifest),
    isProtected: pack.names.some(name => isText(name) && locks.members.has(lockKey(name))),
  };
}

function readManifest(bytes: Uint8Array | undefined): Map<string, string> {
  const types = new Map<string, string>();
  if (bytes === undefined) return types;
  walkXml(bytes, {
    open(name, attributes) {
      if (name === 'manifest:file-entry')
        types.set(attributes['manifest:full-path'] ?? '', attributes['manifest:media-type'] ?? '');
    },
  });
  return types;
}

const META: Record<string, string> = {
  author: 'dc:creator',
  initialAuthor: 'meta:initial-creator',
  created: 'meta:creation-date',
  modified: 'dc:date',
  lastPrinted: 'meta:print-date',
  printedBy: 'meta:printed-by',
  revision: 'meta:editing-cycles',
  editingDuration: 'meta:editing-duration',
  subject: 'dc:subject',
  description: 'dc:description',
  application: 'meta:generator',
};

export function readOpenDocumentMeta(bytes: Uint8Array | undefined) {
  const metadata: Record<string, string | undefined> = {};
  const keywords: string[] = [];
  let title: string | null = null;
  let language = '';
  let inMeta = 0;
  let text = '';
  let ownName = '';
  if (bytes === undefined) return { title, metadata, language };
  walkXml(bytes, {
    open(name, attributes) {
      if (name === 'office:meta') inMeta += 1;
      if (inMeta === 0) return;
      text = '';
      if (name === 'meta:user-defined') ownName = attributes['meta:name'] ?? '';
      else if (name === 'meta:template') metadata.template = attributes['xlink:title'] ?? attributes['xlink:href'];
    },
    text(data) {
      if (inMeta > 0) text += data;
    },
    close(name) {
      if (inMeta === 0) return;
      const value = text.trim();
      text = '';
      if (name === 'office:meta') inMeta -= 1;
      else if (value === '') return;
      else if (name === 'dc:title') title ??= value;
      else if (name === 'dc:language') language = value;
      else if (name === 'meta:keyword') keywords.push(value);
      else if (name === 'meta:user-defined') metadata[`custom: ${ownName}`] ??= value;
      else {
        const key = Object.keys(META).find(one => META[one] === name);
        if (key !== undefined) metadata[key] ??= value;
      }
    },
  });
  if (keywords.length > 0) metadata.keywords = keywords.join('; ');
  return { title: title as string | null, metadata, language };
}
