/** The frame's end of the port: tells the window things, and asks it for bytes and pages. */
import type { Page } from '../../../shared/domain/rendition.ts';
import {
  type DrawnPage,
  type FromFrame,
  MAX_PAGES_ASKED,
  MAX_PIXELS_ASKED,
  MAX_READ_BYTES,
  type ToFrame,
} from '../frameMessages.ts';

type Answer = Extract<ToFrame, { type: 'bytes' | 'pages' | 'drawn' | 'refused' }>;
export type Request = Exclude<ToFrame, Answer>;

export interface PaneLink {
  tell(message: FromFrame): void;
  /** Any length; asked for in pieces that the window answers. */
  read(offset: number, length: number): Promise<Uint8Array>;
  pages(from: number, count: number): Promise<Page[]>;
  /** A page as a picture, no larger than that. */
  draw(pageIndex: number, maxPixels: number): Promise<DrawnPage>;
}

export function connectPane(port: MessagePort, onRequest: (request: Request) => void): PaneLink {
  const waiting = new Map<number, { resolve(answer: Answer): void; reject(error: Error): void }>();
  let lastId = 0;

  port.onmessage = ({ data }: MessageEvent<ToFrame>) => {
    if (!isAnswer(data)) return onRequest(data);
    const asked = waiting.get(data.id);
    waiting.delete(data.id);
    if (data.type === 'refused') asked?.reject(new Error(data.sentence));
    else asked?.resolve(data);
  };

  function ask(question: (id: number) => FromFrame): Promise<Answer> {
    const id = ++lastId;
    return new Promise((resolve, reject) => {
      waiting.set(id, { resolve, reject });
      port.postMessage(question(id));
    });
  }

  async function readPiece(offset: number, length: number): Promise<Uint8Array> {
    const answer = await ask(id => ({ type: 'read', id, offset, length }));
    return answer.type === 'bytes' ? answer.bytes : new Uint8Array();
  }

  return {
    tell: message => port.postMessage(message),
    async read(offset, length) {
      if (length <= MAX_READ_BYTES) return readPiece(offset, length);
      const whole = new Uint8Array(length);
      for (let at = 0; at < length; at += MAX_READ_BYTES) {
        whole.set(await readPiece(offset + at, Math.min(MAX_READ_BYTES, length - at)), at);
      }
      return whole;
    },
    async pages(from, count) {
      const answer = await ask(id => ({ type: 'pages', id, from, count: Math.min(count, MAX_PAGES_ASKED) }));
      return answer.type === 'pages' ? answer.pages : [];
    },
    async draw(pageIndex, maxPixels) {
      const answer = await ask(id => ({
        type: 'draw',
        id,
        pageIndex,
        maxPixels: Math.min(maxPixels, MAX_PIXELS_ASKED),
      }));
      if (answer.type !== 'drawn') throw new Error('The page could not be drawn.');
      return answer.page;
    },
  };
}

function isAnswer(message: ToFrame): message is Answer {
  return ['bytes', 'pages', 'drawn', 'refused'].includes(message.type);
}
