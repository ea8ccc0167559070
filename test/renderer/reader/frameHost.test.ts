import { afterEach, describe, expect, test } from 'vitest';
import { type FrameHost, type FrameNews, hostFrame, originOf } from '../../../renderer/reader/frameHost.ts';
import type { ReadingSource } from '../../../renderer/reader/readingTypes.ts';

const bytes = Uint8Array.from({ length: 100 }, (_, index) => index);
const source: ReadingSource = {
  sizeBytes: bytes.length,
  mediaType: 'application/pdf',
  outline: [],
  readBytes: async (offset, length) => {
    if (offset === 66) throw new Error('The vault is locked.');
    return bytes.subarray(offset, offset + length);
  },
  pages: async () => [],
  pageLabels: async () => [],
  draw: async (pageIndex, maxPixels) => {
    if (pageIndex === 9) throw new Error('The page cannot be drawn.');
    return { png: new Uint8Array([137, 80]), width: maxPixels, height: 1, pageCount: 3 };
  },
};

/** A frame that keeps the port which it is handed, and asks over it. */
function openFrame(onNews: (news: FrameNews) => void = () => {}, from: ReadingSource = source) {
  let frameEnd: MessagePort | undefined;
  let origin = '';
  const frame = {
    postMessage(_: unknown, targetOrigin: string, [port]: MessagePort[]) {
      origin = targetOrigin;
      frameEnd = port;
    },
  };
  const host = hostFrame(frame as unknown as Window, 'app://reader', () => from, onNews);
  open.push(host);
  const port = frameEnd as MessagePort;
  const ask = (message: unknown) =>
    new Promise<unknown>(resolve => {
      port.onmessage = ({ data }) => resolve(data);
      port.postMessage(message);
    });
  return { ask, port, origin };
}
const open: FrameHost[] = [];
afterEach(() => {
  for (const host of open.splice(0)) host.close();
});

describe('the window’s end of the port', () => {
  test('the port goes to the reader’s origin only', () => expect(openFrame().origin).toBe('app://reader'));

  test('a range is answered with these bytes and no others', async () => {
    const answer = await openFrame().ask({ type: 'read', id: 7, offset: 10, length: 3 });
    expect(answer).toEqual({ type: 'bytes', id: 7, bytes: new Uint8Array([10, 11, 12]) });
    expect((answer as { bytes: Uint8Array }).bytes.buffer.byteLength).toBe(3);
  });

  test('bytes beyond the end are refused', async () => {
    expect(await openFrame().ask({ type: 'read', id: 8, offset: 90, length: 11 })).toMatchObject({
      type: 'refused',
      id: 8,
    });
  });

  test('a source that fails says why', async () => {
    expect(await openFrame().ask({ type: 'read', id: 9, offset: 66, length: 1 })).toEqual({
      type: 'refused',
      id: 9,
      sentence: 'The vault is locked.',
    });
  });

  test('a page is drawn no larger than asked; one that cannot be drawn says why', async () => {
    const { ask } = openFrame();
    expect(await ask({ type: 'draw', id: 1, pageIndex: 2, maxPixels: 500 })).toEqual({
      type: 'drawn',
      id: 1,
      page: { png: new Uint8Array([137, 80]), width: 500, height: 1, pageCount: 3 },
    });
    expect(await ask({ type: 'draw', id: 2, pageIndex: 9, maxPixels: 500 })).toMatchObject({
      type: 'refused',
      sentence: 'The page cannot be drawn.',
    });
  });

  test('pages are drawn one after the other, however many are asked for', async () => {
    let running = 0;
    let most = 0;
    const draw: ReadingSource['draw'] = async () => {
      running += 1;
      most = Math.max(most, running);
      await new Promise(resolve => setTimeout(resolve, 2));
      running -= 1;
      return { png: new Uint8Array(), width: 1, height: 1, pageCount: 1 };
    };
    const { port } = openFrame(undefined, { ...source, draw });
    const answered = new Promise<void>(resolve => {
      let answers = 0;
      port.onmessage = () => {
        answers += 1;
        if (answers === 20) resolve();
      };
    });
    for (let id = 0; id < 20; id += 1) port.postMessage({ type: 'draw', id, pageIndex: id, maxPixels: 100 });
    await answered;
    expect(most).toBe(1);
  });

  test('what it has no business saying is dropped, what follows is heard', async () => {
    const news = new Promise<FrameNews>(resolve => {
      const { port } = openFrame(resolve);
      port.postMessage({ type: 'quit', now: true });
      port.postMessage({ type: 'failed', sentence: 'It is damaged.' });
    });
    expect(await news).toEqual({ type: 'failed', sentence: 'It is damaged.' });
  });

  test('the origin of an address of our own scheme', () => {
    expect([originOf('app://reader/index.html'), originOf('http://127.0.0.1:8102/a'), originOf('about:blank')]).toEqual(
      ['app://reader', 'http://127.0.0.1:8102', '/'],
    );
  });
});
