/** Runs the real host, protocol and extractors against each other in this process, for tests of what is read. */
import { readFile } from 'node:fs/promises';
import {
  type ByteSource,
  type ExtractorHost,
  type ExtractRequest,
  openExtractorHost,
} from '../../../../electron/extract/extractorHost.ts';
import { SHIPPED_FILES } from '../../../../electron/extract/shippedFiles.ts';
import { serveExtractor } from '../../../../electron/extract/worker.ts';
import type { ExtractedPage, ExtractedPartHeader, ExtractOutcome } from '../../../../shared/domain/extraction.ts';

const PROJECT = new URL('../../../../', import.meta.url);

/** A part with its bytes gathered, as tests want it. */
export type ExtractedPart = ExtractedPartHeader & { bytes: Uint8Array };

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
    onPart: async part => {
      const pieces: Uint8Array[] = [];
      for await (const piece of part.bytes) pieces.push(piece);
      parts.push({ ...part, bytes: new Uint8Array(Buffer.concat(pieces)) });
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
export function openLocalHost(): ExtractorHost {
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
        { shipped: name => readFile(new URL(SHIPPED_FILES[name], PROJECT)) },
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
