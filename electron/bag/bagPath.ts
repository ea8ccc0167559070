/** Names of files within a bag: which are safe, how manifests write them, and when two would meet on some file system. */

/** Why a path from a manifest, a fetch list or a ZIP must not be followed; undefined when it may. */
export function unsafePathReason(path: string): string | undefined {
  if (path === '') return 'is empty';
  if (path.includes('\0')) return 'holds a zero byte';
  if (path.startsWith('/')) return 'is absolute';
  if (path.includes('\\')) return 'holds a backslash, which is a folder separator on Windows';
  if (/^[A-Za-z]:/.test(path)) return 'names a drive';
  if (path.startsWith('~')) return 'begins with a home folder';
  if (path.split('/').includes('..')) return 'climbs out of its folder';
  if (path.split('/').some(part => part === '' || part === '.')) return 'has an empty or "." part';
  return undefined;
}

/** RFC 8493 section 2.1.3: line ends would break the manifest, and "%" would make the escape ambiguous. */
export function encodeManifestPath(path: string): string {
  return path.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

export function decodeManifestPath(written: string): string {
  return written.replace(/%(25|0D|0A)/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

/** Two paths with the same key are one file on a file system that ignores case or Unicode form. */
export function collisionKey(path: string): string {
  return path.normalize('NFC').toLowerCase().normalize('NFC');
}

/** Already compressed: packing again costs time and saves nothing. */
const PACKED =
  /\.(7z|avif|docx|docm|epub|gif|gz|heic|heif|jp2|jpe?g|mp3|mp4|odp|ods|odt|pdf|png|pptx|rar|webm|webp|xlsx|xz|zip|zst)$/i;

export function isWorthCompressing(path: string): boolean {
  return !PACKED.test(path);
}
