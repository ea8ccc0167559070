/** What the writer of a picture put beside its pixels: EXIF, IPTC, XMP and colour profile, by name. */
import ExifReader from 'exifreader';
import { xmpParser } from './xmpDocument.ts';

export interface PictureTag {
  value: unknown;
  /** The value in words, where it has some. */
  description: string;
}

export type TagGroup = Readonly<Record<string, PictureTag | undefined>>;

export interface PictureTags {
  exif: TagGroup;
  iptc: TagGroup;
  xmp: TagGroup;
  icc: TagGroup;
  /** Text chunks of PNG. */
  text: TagGroup;
  /** A small JPEG of the picture, as it was when the camera or the program wrote it. */
  thumbnail: Uint8Array | null;
}

const NONE: TagGroup = {};

/** Whatever trips the reader means that there is nothing to be told, not that the picture is bad. */
export function readTags(bytes: Uint8Array): PictureTags {
  let groups: Record<string, unknown> = {};
  try {
    const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    groups = ExifReader.loadView(view, {
      expanded: true,
      // The types ask for a browser's parser; the reader only walks what comes of it.
      domParser: xmpParser as never,
    }) as unknown as Record<string, unknown>;
  } catch {
    // No metadata, or none that can be read.
  }
  const group = (name: string): TagGroup => ownTags(groups[name]);
  return {
    exif: group('exif'),
    iptc: group('iptc'),
    xmp: group('xmp'),
    icc: group('icc'),
    text: group('pngText'),
    thumbnail: thumbnailOf(groups.Thumbnail),
  };
}

/** Without a prototype: the names come out of the file. */
function ownTags(untrusted: unknown): TagGroup {
  if (typeof untrusted !== 'object' || untrusted === null) return NONE;
  const tags: Record<string, PictureTag> = Object.create(null);
  for (const [name, untrustedTag] of Object.entries(untrusted)) {
    // A name that stands several times in the file (each keyword of IPTC) comes as a list.
    const all = (Array.isArray(untrustedTag) ? untrustedTag : [untrustedTag]).flatMap(readTag);
    const [first] = all;
    if (first === undefined) continue;
    tags[name] = all.length === 1 ? first : { value: null, description: all.map(one => one.description).join(', ') };
  }
  return tags;
}

function readTag(untrusted: unknown): PictureTag[] {
  if (typeof untrusted !== 'object' || untrusted === null || !('value' in untrusted)) return [];
  const { value } = untrusted;
  const description =
    'description' in untrusted && typeof untrusted.description === 'string' ? untrusted.description : '';
  return [{ value, description }];
}

function thumbnailOf(untrusted: unknown): Uint8Array | null {
  if (typeof untrusted !== 'object' || untrusted === null || !('image' in untrusted)) return null;
  const { image } = untrusted;
  return image instanceof ArrayBuffer ? new Uint8Array(image) : null;
}

/** In words; undefined where the tag is missing or empty. */
export function wordsOf(group: TagGroup, ...names: string[]): string | undefined {
  for (const name of names) {
    const tag = group[name];
    const words = (tag?.description || (typeof tag?.value === 'string' ? tag.value : '')).trim();
    if (words !== '' && words !== '[object Object]') return words;
  }
  return undefined;
}
