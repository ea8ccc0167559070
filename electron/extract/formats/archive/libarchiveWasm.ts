/**
 * libarchive as WebAssembly, driven without the JavaScript of its package, which wants Node's file system. The module
 * asks for nothing but memory and calendar arithmetic; every file, pipe and program that it could ask for is refused.
 * A new one is made for each document, so that nothing of one reaches the next.
 */
import type { ExtractorAssets } from '../../extractor.ts';
import { capMemory } from '../../wasmMemory.ts';

type Pointer = number;

/** What is used of it, under the names of libarchive's own documentation. */
export interface Libarchive {
  heap(): Uint8Array;
  malloc(bytes: number): Pointer;
  readNew(): Pointer;
  supportAllFilters(archive: Pointer): number;
  supportAllFormats(archive: Pointer): number;
  openMemory(archive: Pointer, buffer: Pointer, bytes: number): number;
  nextEntry(archive: Pointer): Pointer;
  readData(archive: Pointer, buffer: Pointer, bytes: number): number;
  errorString(archive: Pointer): Pointer;
  versionString(): Pointer;
  entryPathname(entry: Pointer): Pointer;
  entryFiletype(entry: Pointer): number;
  entrySize(entry: Pointer): number;
  entryMtime(entry: Pointer): number;
  entryIsEncrypted(entry: Pointer): number;
  entrySymlink(entry: Pointer): Pointer;
  entryHardlink(entry: Pointer): Pointer;
}

/** The module of libarchive-wasm 1.2.0 exports its functions under single letters; a test checks that they still fit. */
const EXPORTS: Record<Exclude<keyof Libarchive, 'heap'>, string> = {
  malloc: 'R',
  readNew: 'z',
  supportAllFilters: 'A',
  supportAllFormats: 'B',
  openMemory: 'D',
  nextEntry: 'E',
  readData: 'T',
  errorString: 'X',
  versionString: 'W',
  entryPathname: 'M',
  entryFiletype: 'J',
  entrySize: 'N',
  entryMtime: 'L',
  entryIsEncrypted: 'P',
  entrySymlink: 'O',
  entryHardlink: 'K',
};
const MEMORY = 'w';
const INITIALISE = 'x';
const SET_HIGH_WORD = '_';

/**
 * Where the module's C library keeps the address of its locale, whose first word tells whether text is UTF-8. It starts
 * out as ASCII, which turns names of Unicode into asterisks, and exports nothing to change that.
 */
const LOCALE = 223_668;

const PAGE_BYTES = 65_536;
const NO_SUCH_FILE = -44;
const NOT_SUPPORTED = -52;
const BAD_DESCRIPTOR = 8;

let compiling: Promise<WebAssembly.Module> | undefined;

async function compile(assets: ExtractorAssets): Promise<WebAssembly.Module> {
  try {
    return await WebAssembly.compile(capMemory(await assets.shipped('libarchive.wasm')));
  } catch (error) {
    compiling = undefined;
    throw error;
  }
}

/** @param isAscii takes names for ASCII, so that others come out as none at all instead of ending the reading */
export async function loadLibarchive(assets: ExtractorAssets, isAscii = false): Promise<Libarchive> {
  compiling ??= compile(assets);
  const module = await compiling;
  let heap = new Uint8Array(0);
  let view = new DataView(heap.buffer);
  let grow: (bytes: number) => boolean = () => false;
  let setHighWord: (word: number) => void = () => {};
  const refuse = (answer: number) => () => answer;

  /** `struct tm` to seconds. DOS times have no zone: they stay as printed, by being taken for UTC. */
  function secondsOf(time: Pointer): number {
    const field = (index: number) => view.getInt32(time + index * 4, true);
    const seconds = Date.UTC(field(5) + 1900, field(4), field(3), field(2), field(1), field(0)) / 1000;
    const whole = Number.isFinite(seconds) ? seconds : -1;
    setHighWord(Math.floor(whole / 2 ** 32));
    return whole | 0;
  }

  function writeTime(low: number, high: number, time: Pointer): void {
    const date = new Date(((low >>> 0) + high * 2 ** 32) * 1000);
    const isTime = !Number.isNaN(date.getTime());
    const fields = isTime
      ? [
          date.getUTCSeconds(),
          date.getUTCMinutes(),
          date.getUTCHours(),
          date.getUTCDate(),
          date.getUTCMonth(),
          date.getUTCFullYear() - 1900,
          date.getUTCDay(),
          0,
          0,
        ]
      : [0, 0, 0, 1, 0, 70, 4, 0, 0];
    for (const [index, value] of fields.entries()) view.setInt32(time + index * 4, value, true);
  }

  const { exports } = await WebAssembly.instantiate(module, {
    a: {
      a: refuse(NOT_SUPPORTED), // fcntl
      b: refuse(BAD_DESCRIPTOR), // write
      c: refuse(BAD_DESCRIPTOR), // close
      d: () => {
        throw new Error('libarchive gave up');
      },
      e: refuse(NO_SUCH_FILE), // openat
      f: refuse(0), // environ_get
      g: (count: Pointer, bytes: Pointer) => {
        view.setInt32(count, 0, true);
        view.setInt32(bytes, 0, true);
        return 0;
      },
      h: refuse(NOT_SUPPORTED), // dup
      i: () => {
        throw new Error('libarchive aborted');
      },
      j: refuse(BAD_DESCRIPTOR), // read
      k: writeTime,
      l: secondsOf,
      m: secondsOf,
      n: refuse(BAD_DESCRIPTOR), // seek
      o: (bytes: number) => (grow(bytes >>> 0) ? 1 : 0),
      p: refuse(NOT_SUPPORTED), // poll
      q: refuse(NOT_SUPPORTED), // pipe
      r: () => {}, // tzset: UTC
      s: refuse(NO_SUCH_FILE), // lstat
      t: refuse(NO_SUCH_FILE), // fstatat
      u: refuse(NO_SUCH_FILE), // stat
      v: refuse(NOT_SUPPORTED), // fstat
    },
  });
  const memory = memoryOf(exports[MEMORY]);

  function look(): void {
    if (heap.buffer === memory.buffer) return;
    heap = new Uint8Array(memory.buffer);
    view = new DataView(memory.buffer);
  }
  const functionNamed = (name: string): ((...values: number[]) => number) => {
    const found = exports[name];
    if (typeof found !== 'function') throw new Error(`libarchive without ${name}`);
    return (...values) => {
      const answer = (found as (...values: number[]) => number)(...values);
      look();
      return answer;
    };
  };
  grow = bytes => {
    const missing = bytes - memory.buffer.byteLength;
    try {
      if (missing > 0) memory.grow(Math.ceil(missing / PAGE_BYTES));
      look();
      return true;
    } catch {
      return false;
    }
  };
  look();
  setHighWord = functionNamed(SET_HIGH_WORD);
  functionNamed(INITIALISE)();
  if (!isAscii) view.setUint32(view.getUint32(LOCALE, true), 1, true);
  const functions = Object.fromEntries(Object.entries(EXPORTS).map(([key, letter]) => [key, functionNamed(letter)]));
  return { ...(functions as unknown as Omit<Libarchive, 'heap'>), heap: () => heap };
}

function memoryOf(found: unknown): WebAssembly.Memory {
  if (found instanceof WebAssembly.Memory) return found;
  throw new Error('libarchive without memory');
}

/** A string of C; null where the pointer is. */
export function textAt(library: Libarchive, pointer: Pointer): string | null {
  if (pointer === 0) return null;
  const heap = library.heap();
  const end = heap.indexOf(0, pointer);
  return new TextDecoder().decode(heap.subarray(pointer, end < 0 ? pointer : end));
}
