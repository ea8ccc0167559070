/**
 * The window's end of the reader's port: serves bytes and pages of one exhibit, and nothing else. What the frame says is
 * parsed; what it may ask for is bounded by the exhibit itself.
 */
import { READER_PORT_MESSAGE, type ToFrame } from './frameMessages.ts';
import { type FromFrame, readFrameMessage } from './frameProtocol.ts';
import type { ReadingSource } from './readingTypes.ts';

export type FrameNews = Exclude<FromFrame, { type: 'read' | 'pages' | 'draw' }>;

export interface FrameHost {
  send(message: ToFrame): void;
  close(): void;
}

/** Hands a port to the frame, once; `frameOrigin` keeps it from anything that might have taken the frame's place. */
export function hostFrame(
  frame: Window,
  frameOrigin: string,
  source: () => ReadingSource,
  onNews: (news: FrameNews) => void,
): FrameHost {
  const { port1: port, port2 } = new MessageChannel();
  /** One at a time: each takes a process of its own, and a frame taken over must not start a hundred. */
  let drawing: Promise<void> = Promise.resolve();
  let isClosed = false;
  port.onmessage = ({ data: untrustedMessage }: MessageEvent<unknown>) => {
    const message = readFrameMessage(untrustedMessage);
    if (message === null) return;
    if (message.type === 'read') void serveBytes(message);
    else if (message.type === 'pages') void servePages(message);
    else if (message.type === 'draw') drawing = drawing.then(() => serveDrawing(message));
    else onNews(message);
  };
  frame.postMessage(READER_PORT_MESSAGE, frameOrigin, [port2]);

  async function serveBytes({ id, offset, length }: Extract<FromFrame, { type: 'read' }>): Promise<void> {
    const { sizeBytes, readBytes } = source();
    if (offset + length > sizeBytes) return refuse(id, 'The reader asked for bytes beyond the end of the document.');
    try {
      const bytes = await readBytes(offset, length);
      // A copy of its own: what comes from a port may share its buffer with others.
      const own = bytes.slice();
      port.postMessage({ type: 'bytes', id, bytes: own } satisfies ToFrame, [own.buffer]);
    } catch (reason) {
      refuse(id, sentenceOf(reason));
    }
  }

  async function servePages({ id, from, count }: Extract<FromFrame, { type: 'pages' }>): Promise<void> {
    try {
      port.postMessage({ type: 'pages', id, pages: await source().pages(from, count) } satisfies ToFrame);
    } catch (reason) {
      refuse(id, sentenceOf(reason));
    }
  }

  async function serveDrawing({ id, pageIndex, maxPixels }: Extract<FromFrame, { type: 'draw' }>): Promise<void> {
    if (isClosed) return;
    try {
      const { png, width, height, pageCount } = await source().draw(pageIndex, maxPixels);
      const own = png.slice();
      const page = { png: own, width, height, pageCount };
      port.postMessage({ type: 'drawn', id, page } satisfies ToFrame, [own.buffer]);
    } catch (reason) {
      refuse(id, sentenceOf(reason));
    }
  }

  function refuse(id: number, sentence: string): void {
    port.postMessage({ type: 'refused', id, sentence } satisfies ToFrame);
  }

  return {
    send: message => port.postMessage(message),
    close() {
      isClosed = true;
      port.onmessage = null;
      port.close();
    },
  };
}

function sentenceOf(reason: unknown): string {
  return reason instanceof Error ? reason.message : String(reason);
}

/** `app://reader` of `app://reader/index.html`. URL.origin is "null" for schemes that the browser does not know. */
export function originOf(address: string): string {
  return /^[a-z][a-z\d+.-]*:\/\/[^/]+/i.exec(address)?.[0] ?? '/';
}
