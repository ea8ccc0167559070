/** Runs the real host, protocol and extractors against each other in this process, for tests of what is read. */
import { readFile } from 'node:fs/promises';
import {
  type ByteSource,
  type ExtractorHost,
  type ExtractRequest,
  openExtractorHost,
} from '../../../../electron/extract/extractorHost.ts';
import { serveExtractor } from '../../../../electron/extract/worker.ts';
import type { ExtractedPage, ExtractedPart, ExtractOutcome } from '../../../../shared/domain/extraction.ts';

const PDFIUM = new URL('../../../../node_modules/@embedpdf/pdfium/dist/pdfium.wasm', import.meta.url);

export interface Extracted {
  outcome: ExtractOutcome;
  pages: ExtractedPage[];
  parts: ExtractedPart[];
}

export function sourceOf(bytes: Uint8Array): ByteSource {
  return { sizeBytes: bytes.byteLength, read: (offset, length) => bytes.slice(offset, offset + length) };
}

export async function extractWith(
  host: ExtractorHost,
  bytes: Uint8Array,
  fileName: string,
  more: Partial<ExtractRequest> = {},
): Promise<Extracted> {
  const pages: ExtractedPage[] = [];
  const parts: ExtractedPart[] = [];
  const outcome = await host.extract({
    source: sourceOf(bytes),
    fileName,
    onPages: batch => {
      pages.push(...batch);
    },
    onPart: part => {
      parts.push(part);
    },
    ...more,
  });
  return { outcome, pages, parts };
}

export async function extractHere(
  bytes: Uint8Array,
  fileName: string,
  more: Partial<ExtractRequest> = {},
): Promise<Extracted> {
  const host = openLocalHost();
  try {
    return await extractWith(host, bytes, fileName, more);
  } finally {
    await host.close();
  }
}

/** Messages are copied, as they are between processes. */
function openLocalHost(): ExtractorHost {
  return openExtractorHost({
    size: 1,
    spawn: async () => {
      let toHost: (message: unknown) => void = () => {};
      let toWorker: (message: unknown) => void = () => {};
      const later = (deliver: () => (message: unknown) => void) => (message: unknown) => {
        const copy = structuredClone(message);
        setImmediate(() => deliver()(copy));
      };
      serveExtractor(
        {
          postMessage: later(() => toHost),
          onMessage: listener => {
            toWorker = listener;
          },
        },
        { pdfiumWasm: () => readFile(PDFIUM) },
      );
      return {
        postMessage: later(() => toWorker),
        onMessage: listener => {
          toHost = listener;
        },
        onExit: () => {},
        kill: () => {
          toHost = () => {};
        },
      };
    },
  });
}

export function textOf(pages: ExtractedPage[]): string {
  return pages.map(page => page.text).join('\n');
}

export function bytesOf(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}
