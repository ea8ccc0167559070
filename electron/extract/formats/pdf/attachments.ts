/** Files embedded in a PDF; they become child exhibits as an e-mail's attachments do. */
import type { ExtractContext } from '../../extractor.ts';
import { type Pdfium, readString, withMemory } from './pdfium.ts';

export async function addAttachments(module: Pdfium, document: number, context: ExtractContext): Promise<void> {
  const count = module.FPDFDoc_GetAttachmentCount(document);
  if (count > 0 && context.depth >= context.limits.maxNestingDepth) {
    context.warn(
      `The PDF holds ${count} embedded files, but lies ${context.depth} levels deep itself; they were not unpacked.`,
    );
    return;
  }
  for (let index = 0; index < count; index += 1) {
    const attachment = module.FPDFDoc_GetAttachment(document, index);
    if (attachment === 0) continue;
    const name =
      readString(module, (buffer, bytes) => module.FPDFAttachment_GetName(attachment, buffer, bytes)) ||
      `embedded file ${index + 1}`;
    const bytes = readFile(module, attachment, context.limits.maxPartBytes);
    if (bytes === null)
      context.warn(`The embedded file “${name}” could not be taken out: it is damaged, empty or too large.`);
    else await context.addPart({ name, mediaType: '', disposition: 'attachment', bytes });
  }
}

function readFile(module: Pdfium, attachment: number, maxBytes: number): Uint8Array | null {
  const sizeBytes = withMemory(module, 4, size => {
    module.FPDFAttachment_GetFile(attachment, 0, 0, size);
    return new DataView(module.pdfium.HEAPU8.buffer).getUint32(size, true);
  });
  if (sizeBytes === 0 || sizeBytes > maxBytes) return null;
  return withMemory(module, sizeBytes + 4, size => {
    const buffer = size + 4;
    if (!module.FPDFAttachment_GetFile(attachment, buffer, sizeBytes, size)) return null;
    return module.pdfium.HEAPU8.slice(buffer, buffer + sizeBytes);
  });
}
