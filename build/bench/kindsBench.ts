/**
 * Reading by type: the extractor's own speed and memory over real or generated documents, one process, one at a time, without
 * the vault. And the import of many small files end to end, beside Recoll's indexer on the same folder.
 */
import { mkdirSync, openSync, closeSync, fstatSync, readdirSync, readSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ExtractorChannel } from '../../electron/extract/channel.ts';
import { openExtractorHost } from '../../electron/extract/extractorHost.ts';
import { forkExtractor } from '../../electron/extract/nodeHost.ts';
import { importFolder } from './admissionBench.ts';
import { distFolder } from './benchCore.ts';
import { isInstalled, type Measured, requireProgram } from './runProgram.ts';

export interface KindFigures {
  mediaType: string;
  files: number;
  bytes: number;
  pages: number;
  seconds: number;
  unread: number;
}

export interface KindsFigures {
  kinds: KindFigures[];
  /** The most that the extractor process held at any time. */
  peakBytes: number;
}

export async function kindsBench(folder: string): Promise<KindsFigures> {
  let peakBytes = 0;
  const workerPath = join(distFolder(), 'extract', 'worker.js');
  const host = openExtractorHost({ size: 1, spawn: async () => watched(forkExtractor({ workerPath })) });
  function watched(channel: ExtractorChannel): ExtractorChannel {
    const { residentBytes } = channel;
    const timer = setInterval(() => {
      peakBytes = Math.max(peakBytes, residentBytes?.() ?? 0);
    }, 20);
    return {
      ...channel,
      kill() {
        clearInterval(timer);
        channel.kill();
      },
    };
  }
  const kinds = new Map<string, KindFigures>();
  try {
    // The first document pays for starting the process.
    await readOne(host, writeWarmUp(folder));
    for (const path of filesUnder(folder)) {
      const started = performance.now();
      const { mediaType, pages, bytes, isRead } = await readOne(host, path);
      const kind = kinds.get(mediaType) ?? { mediaType, files: 0, bytes: 0, pages: 0, seconds: 0, unread: 0 };
      kind.seconds += (performance.now() - started) / 1000;
      kind.files += 1;
      kind.bytes += bytes;
      kind.pages += pages;
      if (!isRead) kind.unread += 1;
      kinds.set(mediaType, kind);
    }
  } finally {
    await host.close();
  }
  return { kinds: [...kinds.values()].sort((left, right) => right.files - left.files), peakBytes };
}

function writeWarmUp(folder: string): string {
  const [first] = filesUnder(folder);
  if (first === undefined) throw new Error(`${folder} holds no file`);
  return first;
}

async function readOne(host: ReturnType<typeof openExtractorHost>, path: string) {
  const file = openSync(path, 'r');
  try {
    const { size } = fstatSync(file);
    let pages = 0;
    const outcome = await host.extract({
      fileName: path,
      source: {
        sizeBytes: size,
        read(offset, length) {
          const bytes = new Uint8Array(length);
          return bytes.subarray(0, readSync(file, bytes, 0, length, offset));
        },
      },
      onPages(some) {
        pages += some.length;
      },
      async onPart({ bytes }) {
        for await (const _ of bytes);
      },
    });
    const detected = outcome.ok ? outcome.summary.detected : outcome.detected;
    return { mediaType: detected?.mediaType ?? 'not told', pages, bytes: size, isRead: outcome.ok };
  } finally {
    closeSync(file);
  }
}

function filesUnder(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(entry => join(entry.parentPath, entry.name))
    .sort();
}

export interface SmallFilesFigures {
  files: number;
  ours: Measured;
  refused: number;
  recollindex: Measured | null;
}

/** Files of some fifty words in folders of a thousand, as a disk of notes and exported messages looks. */
export async function smallFilesBench(scratch: string, count: number): Promise<SmallFilesFigures> {
  const folder = join(scratch, 'small');
  for (let at = 0; at < count; at += 1) {
    const inside = join(folder, String(Math.floor(at / 1000)));
    if (at % 1000 === 0) mkdirSync(inside, { recursive: true });
    writeFileSync(
      join(inside, `${at}.txt`),
      `Note ${at} of an exercise. ${'The vessel kept her position. '.repeat(8)}${at}\n`,
    );
  }
  const { measured, refused } = await importFolder(folder, scratch);
  const recollindex = isInstalled('recollindex') ? await recollOver(folder, scratch) : null;
  rmSync(folder, { recursive: true, force: true });
  return { files: count, ours: measured, refused, recollindex };
}

async function recollOver(folder: string, scratch: string): Promise<Measured> {
  const confdir = join(scratch, 'recoll-small');
  mkdirSync(confdir);
  writeFileSync(join(confdir, 'recoll.conf'), `topdirs = ${folder}\nnoaspell = 1\nprocesswebqueue = 0\nloglevel = 1\n`);
  const measured = await requireProgram('recollindex', ['-c', confdir, '-z']);
  rmSync(confdir, { recursive: true, force: true });
  return measured;
}
