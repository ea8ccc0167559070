/** What a compound file is by the streams and storages at its root, and by the class of its root. */
import type { DetectedType } from '../../shared/domain/extraction.ts';
import type { ByteReader } from './byteReader.ts';
import { type CompoundFile, openCompoundFile } from './cfb.ts';

/** Of no known kind, or too damaged to tell. */
export const OLE_STORAGE = 'application/x-ole-storage';
const OLE: DetectedType = { mediaType: OLE_STORAGE };

/**
 * No registered type tells a protected office document from an open one. This name says which family of documents is
 * inside and that it is encrypted; which member of the family, only the password tells.
 */
export const ENCRYPTED_OFFICE = 'application/vnd.openxmlformats-officedocument.encrypted';
/** An object taken out of an office document with its wrapping: one file, its name and an icon. */
export const OLE_PACKAGE = 'application/x-ole-package';

/** Entries of the root that only one kind of document has, looked for in this order. */
const TELLING_ENTRIES: [entries: string[], type: DetectedType][] = [
  [['EncryptedPackage'], { mediaType: ENCRYPTED_OFFICE }],
  [['FileHeader', 'DocInfo'], { mediaType: 'application/x-hwp', suffixHint: 'hwp' }],
  [['__properties_version1.0'], { mediaType: 'application/vnd.ms-outlook', suffixHint: 'msg' }],
  [['PowerPoint Document'], { mediaType: 'application/vnd.ms-powerpoint', suffixHint: 'ppt' }],
  [['PP97_DUALSTORAGE'], { mediaType: 'application/vnd.ms-powerpoint', suffixHint: 'ppt' }],
  [['PP40'], { mediaType: 'application/vnd.ms-powerpoint', suffixHint: 'ppt' }],
  // Publisher keeps its own stream beside one of Word's.
  [['Quill', 'Contents'], { mediaType: 'application/x-mspublisher', suffixHint: 'pub' }],
  [['WordDocument'], { mediaType: 'application/msword', suffixHint: 'doc' }],
  [['Workbook'], { mediaType: 'application/vnd.ms-excel', suffixHint: 'xls' }],
  [['Book'], { mediaType: 'application/vnd.ms-excel', suffixHint: 'xls' }],
  [['VisioDocument'], { mediaType: 'application/vnd.visio', suffixHint: 'vsd' }],
  [['MatOST'], { mediaType: 'application/vnd.ms-works', suffixHint: 'wps' }],
  [['WksSSWorkBook'], { mediaType: 'application/vnd.ms-works', suffixHint: 'wks' }],
  [['CONTENTS', 'SPELLING'], { mediaType: 'application/vnd.ms-works', suffixHint: 'wps' }],
  [['Props14'], { mediaType: 'application/vnd.ms-project', suffixHint: 'mpp' }],
  [['Props12'], { mediaType: 'application/vnd.ms-project', suffixHint: 'mpp' }],
  [['Props9'], { mediaType: 'application/vnd.ms-project', suffixHint: 'mpp' }],
  [['StarWriterDocument'], { mediaType: 'application/vnd.stardivision.writer', suffixHint: 'sdw' }],
  [['StarCalcDocument'], { mediaType: 'application/vnd.stardivision.calc', suffixHint: 'sdc' }],
  [['StarDrawDocument3'], { mediaType: 'application/vnd.stardivision.draw', suffixHint: 'sda' }],
  [['JSRV_SegmentInformation'], { mediaType: 'application/x-js-taro', suffixHint: 'jtd' }],
  [['SwDocContentMgr'], { mediaType: 'application/sldworks', suffixHint: 'sldprt' }],
  [['StickyNotes.snt'], { mediaType: 'application/x-ms-sticky-notes', suffixHint: 'snt' }],
  [['Catalog'], { mediaType: 'application/x-ms-thumbnails', suffixHint: 'db' }],
  [['Equation Native'], { mediaType: 'application/vnd.ms-equation' }],
  [['\u0001Ole10Native'], { mediaType: OLE_PACKAGE }],
  [['Package'], { mediaType: OLE_PACKAGE }],
];

const TELLING_CLASSES: Record<string, DetectedType> = {
  '000c1084-0000-0000-c000-000000000046': { mediaType: 'application/x-msi', suffixHint: 'msi' },
  '000c1086-0000-0000-c000-000000000046': { mediaType: 'application/x-msi', suffixHint: 'msp' },
  '74b78f3a-c8c8-11d1-be11-00c04fb6faf1': { mediaType: 'application/vnd.ms-project', suffixHint: 'mpp' },
};

/** An object's own data, where the program that made it keeps a whole file there (PDF). */
const CONTENTS = 'CONTENTS';

const SIGNATURE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

export function hasOleSignature(head: Uint8Array): boolean {
  return SIGNATURE.every((byte, at) => head[at] === byte);
}

/** A compound file that cannot be opened is one all the same; its own extractor says more. */
export async function detectOleKind(source: ByteReader): Promise<DetectedType> {
  try {
    const file = await openCompoundFile(source, () => {});
    return await kindOf(file);
  } catch {
    return OLE;
  }
}

export async function kindOf(file: CompoundFile): Promise<DetectedType> {
  const known = TELLING_CLASSES[file.root.classId];
  if (known !== undefined) return known;
  for (const [entries, type] of TELLING_ENTRIES) {
    if (entries.every(name => file.find(name) !== undefined)) return type;
  }
  const names = file.root.children.map(child => child.name);
  if (names.length > 0 && names.every(name => /^\d+_[0-9a-f]{16}$|^Catalog$/i.test(name)))
    return { mediaType: 'application/x-ms-thumbnails', suffixHint: 'db' };
  // Installers write the names of their tables in a code of their own, in a range that other programs never use.
  if (names.some(name => /^[\u3800-\u4840]+$/.test(name))) return { mediaType: 'application/x-msi', suffixHint: 'msi' };
  const contents = file.find(CONTENTS);
  if (contents !== undefined && contents.kind === 'stream') {
    const head = new TextDecoder('latin1').decode(await file.readHead(contents, 8));
    if (head.startsWith('%PDF-')) return { mediaType: OLE_PACKAGE };
  }
  return OLE;
}
