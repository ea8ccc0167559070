/** Brings a PDF into PDFium's memory and opens it, with its password if it needs one. */
import { ExtractionFailure } from '../../extractionFailure.ts';
import type { ExtractContext } from '../../extractor.ts';
import { allocate, type Pdfium, withMemory } from './pdfium.ts';

export interface OpenPdf {
  document: number;
  /** As they lie in PDFium's memory; to be read at once, since that memory may move. */
  bytes(): Uint8Array;
  close(): void;
}

const ERROR_PASSWORD = 4;
const ERROR_SECURITY = 5;

export async function openPdf(
  module: Pdfium,
  { source, password }: Pick<ExtractContext, 'source' | 'password'>,
): Promise<OpenPdf> {
  const pointer = allocate(module, source.sizeBytes);
  let document = 0;
  try {
    // Subtle: HEAPU8 is looked up for each chunk, for it is another object after WebAssembly's memory has grown.
    for await (const { offset, bytes } of source.chunks()) module.pdfium.HEAPU8.set(bytes, pointer + offset);
    for (const candidate of passwordForms(password)) {
      document = load(module, pointer, source.sizeBytes, candidate);
      if (document !== 0 || module.FPDF_GetLastError() !== ERROR_PASSWORD) break;
    }
    if (document === 0) throw failure(module.FPDF_GetLastError(), password);
  } catch (error) {
    module.pdfium.wasmExports.free(pointer);
    throw error;
  }
  return {
    document,
    bytes: () => module.pdfium.HEAPU8.subarray(pointer, pointer + source.sizeBytes),
    close() {
      module.FPDF_CloseDocument(document);
      module.pdfium.wasmExports.free(pointer);
    },
  };
}

function load(module: Pdfium, pointer: number, bytes: number, password: Uint8Array | null): number {
  const call = (passwordPointer: number) =>
    module.pdfium.ccall(
      'FPDF_LoadMemDocument',
      'number',
      ['number', 'number', 'number'],
      [pointer, bytes, passwordPointer],
    );
  if (password === null) return call(0);
  return withMemory(module, password.byteLength + 1, at => {
    module.pdfium.HEAPU8.set(password, at);
    module.pdfium.HEAPU8[at + password.byteLength] = 0;
    return call(at);
  });
}

/**
 * AES-256 takes the password as UTF-8 after normalization (SASLprep), older encryption as PDFDocEncoding, which is
 * Latin-1 for nearly all that is typed. Writers get it wrong in both directions, so each form is tried.
 */
export function passwordForms(password: string | undefined): (Uint8Array | null)[] {
  if (password === undefined || password === '') return [null];
  const utf8 = new TextEncoder();
  const forms = [utf8.encode(password), utf8.encode(password.normalize('NFKC').replace(/\u00ad/g, ''))];
  const composed = password.normalize('NFC');
  if (/^[\x20-\xff]*$/.test(composed)) forms.push(Uint8Array.from(composed, char => char.charCodeAt(0)));
  return forms.filter((form, at) => forms.findIndex(other => other.join() === form.join()) === at);
}

function failure(code: number, password: string | undefined): ExtractionFailure {
  if (code === ERROR_PASSWORD) {
    return password === undefined || password === ''
      ? new ExtractionFailure('password-needed', 'The PDF is protected by a password.')
      : new ExtractionFailure('password-wrong', 'This password does not open the PDF.');
  }
  if (code === ERROR_SECURITY) {
    return new ExtractionFailure(
      'unreadable',
      'The PDF is encrypted for certificates or in a way that is not supported.',
    );
  }
  return new ExtractionFailure(
    'unreadable',
    'The PDF is too damaged to be read: it has no usable table of its objects.',
  );
}
