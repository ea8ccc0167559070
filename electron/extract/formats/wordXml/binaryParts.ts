/** Pictures, objects and macros that lie in a WordprocessingML file as base64. */
import type { ExtractContext } from '../../extractor.ts';
import type { XmlAttributes } from '../../text/xmlWalk.ts';
import { decodeBase64 } from '../mail/base64.ts';

/** Bullets, lines and spacers are smaller; a photograph or a scan never is. */
const MIN_PICTURE_BYTES = 2048;
const PICTURE = /\.(bmp|gif|jpe?g|png|tiff?|wmz?|wmf|emz?|emf|pcz)$/i;

interface BinaryPart {
  name: string;
  bytes: Uint8Array;
  isPicture: boolean;
}

export function openBinaryParts({ addPart, warn, depth, limits }: ExtractContext) {
  let found: BinaryPart[] = [];
  let data: string[] | null = null;
  let name = '';
  let isMacros = false;
  let hasMacros = false;
  let small = 0;
  let damaged = 0;
  let tooDeep = 0;

  function keep(text: string): void {
    const bytes = decodeBase64(text);
    const isPicture = PICTURE.test(name);
    if (bytes === null) damaged += 1;
    else if (depth >= limits.maxNestingDepth) tooDeep += 1;
    else if (isPicture && bytes.byteLength < MIN_PICTURE_BYTES) small += 1;
    else found.push({ name, bytes, isPicture });
  }

  return {
    open(element: string, attributes: XmlAttributes): void {
      if (element === 'w:docSuppData') isMacros = true;
      if (element !== 'w:binData') return;
      if (isMacros) hasMacros = true;
      name = (attributes['w:name'] ?? '').replace(/^.*[\\/]/, '') || 'object.bin';
      data = [];
    },
    text(piece: string): void {
      data?.push(piece);
    },
    close(element: string): void {
      if (element === 'w:docSuppData') isMacros = false;
      if (element !== 'w:binData' || data === null) return;
      keep(data.join(''));
      data = null;
    },
    async handOn(): Promise<void> {
      const parts = found;
      found = [];
      for (const { name: partName, bytes, isPicture } of parts)
        await addPart({ name: partName, mediaType: '', disposition: isPicture ? 'inline' : 'attachment', bytes });
    },
    tell(): void {
      if (hasMacros) warn('The document holds macros; they were not run.');
      if (damaged > 0)
        warn(
          damaged === 1
            ? 'One picture or object in the document is damaged; it was left out.'
            : `${damaged} pictures or objects in the document are damaged; they were left out.`,
        );
      if (tooDeep > 0)
        warn(
          `The document holds ${tooDeep} embedded files, but lies ${depth} levels deep itself; they were not unpacked.`,
        );
      if (small > 0)
        warn(
          small === 1
            ? 'One picture of less than 2 KB was left in the document.'
            : `${small} pictures of less than 2 KB each were left in the document.`,
        );
    },
  };
}
