/** Sealing and opening a large file, beside the `age` program on the same bytes in the same run. */
import { createCipheriv, createHash } from 'node:crypto';
import { type FileHandle, open, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newAgeIdentity, openStream, sealStream } from '../../electron/age/index.ts';
import { peakMemoryBytes } from './machine.ts';
import { isInstalled, type Measured, requireProgram } from './runProgram.ts';
import { median } from './statistics.ts';
import { type Figure, inMegabytes } from './table.ts';

const PIECE_BYTES = 1024 * 1024;
const RUNS = 3;
const names = { plain: 'plain', sealed: 'sealed.age', opened: 'opened', keys: 'keys.json', identity: 'identity.txt' };

export interface AgeRun {
  seconds: number;
  /** Steadier than wall time on a busy machine. */
  cpuSeconds: number | null;
  peakBytes: number | null;
}

type InOwnProcess = (task: 'sealFile' | 'openFile', folder: string, size: number) => Promise<AgeRun>;

/** Median of three runs each, in turns, so that a busy moment does not fall on one alone. */
export async function ageBench(folder: string, sizeBytes: number, inOwnProcess: InOwnProcess): Promise<Figure[]> {
  await writePlain(join(folder, names.plain), sizeBytes);
  const keys = await newAgeIdentity();
  await writeFile(join(folder, names.keys), JSON.stringify(keys));
  await writeFile(join(folder, names.identity), `${keys.identity}\n`);
  const peer = isInstalled('age');
  const runs = { seal: [] as AgeRun[], open: [] as AgeRun[], ageSeal: [] as AgeRun[], ageOpen: [] as AgeRun[] };
  for (let run = 0; run < RUNS; run++) {
    runs.seal.push(await inOwnProcess('sealFile', folder, sizeBytes));
    runs.open.push(await inOwnProcess('openFile', folder, sizeBytes));
    if (peer) {
      const [plain, sealed, opened] = [names.plain, names.sealed, names.opened].map(name => join(folder, name));
      runs.ageSeal.push(asRun(await requireProgram('age', ['-r', keys.recipient, '-o', `${sealed}`, `${plain}`])));
      const identity = join(folder, names.identity);
      runs.ageOpen.push(asRun(await requireProgram('age', ['-d', '-i', identity, '-o', `${opened}`, `${sealed}`])));
    }
  }
  await requireSame(join(folder, names.plain), join(folder, names.opened));
  await Promise.all(Object.values(names).map(name => rm(join(folder, name), { force: true })));
  const size = `${Math.round(sizeBytes / 1e6)} MB`;
  return [
    figure(`seal ${size} to one key`, sizeBytes, runs.seal, runs.ageSeal),
    figure(`open ${size}`, sizeBytes, runs.open, runs.ageOpen),
    {
      what: '  peak memory',
      measured: memory([...runs.seal, ...runs.open]),
      peer: '',
      ratio: null,
      budget: '< 300 MB',
    },
  ];
}

export async function sealFile(folder: string): Promise<AgeRun> {
  const { recipient } = JSON.parse(await readFile(join(folder, names.keys), 'utf8')) as { recipient: string };
  return measured(folder, names.plain, names.sealed, plain => sealStream(plain, { recipients: [recipient] }));
}

export async function openFile(folder: string): Promise<AgeRun> {
  const { identity } = JSON.parse(await readFile(join(folder, names.keys), 'utf8')) as { identity: string };
  return measured(folder, names.sealed, names.opened, sealed => openStream(sealed, { identities: [identity] }));
}

async function measured(
  folder: string,
  from: string,
  to: string,
  through: (bytes: AsyncIterable<Uint8Array>) => AsyncIterable<Uint8Array>,
): Promise<AgeRun> {
  const started = performance.now();
  const before = process.cpuUsage();
  const source = await open(join(folder, from));
  const target = await open(join(folder, to), 'w');
  try {
    // One piece is read and one written while one is sealed, as an archive is made: pieces yielded are the reader's own.
    let writing: Promise<void> = Promise.resolve();
    for await (const piece of through(pieces(source))) {
      await writing;
      writing = writeWhole(target, piece);
    }
    await writing;
  } finally {
    await source.close();
    await target.close();
  }
  const { user, system } = process.cpuUsage(before);
  return {
    seconds: (performance.now() - started) / 1000,
    cpuSeconds: (user + system) / 1e6,
    peakBytes: peakMemoryBytes(),
  };
}

/** Two buffers in turn, so that the next piece is read meanwhile; nobody holds one beyond the next. */
async function* pieces(file: FileHandle): AsyncGenerator<Uint8Array> {
  let [current, next] = [Buffer.allocUnsafeSlow(PIECE_BYTES), Buffer.allocUnsafeSlow(PIECE_BYTES)];
  let reading = file.read(current, 0, PIECE_BYTES);
  for (;;) {
    const { bytesRead } = await reading;
    if (bytesRead === 0) return;
    reading = file.read(next, 0, PIECE_BYTES);
    yield current.subarray(0, bytesRead);
    [current, next] = [next, current];
  }
}

async function writeWhole(file: FileHandle, bytes: Uint8Array): Promise<void> {
  for (let at = 0; at < bytes.length; ) at += (await file.write(bytes, at)).bytesWritten;
}

/** Bytes that do not compress, and are the same in each run. */
async function writePlain(path: string, sizeBytes: number): Promise<void> {
  const cipher = createCipheriv('aes-128-ctr', Buffer.alloc(16, 1), Buffer.alloc(16));
  const zeros = Buffer.alloc(PIECE_BYTES);
  const file = await open(path, 'w');
  try {
    for (let left = sizeBytes; left > 0; left -= PIECE_BYTES) {
      await writeWhole(file, cipher.update(zeros.subarray(0, Math.min(left, PIECE_BYTES))));
    }
  } finally {
    await file.close();
  }
}

async function requireSame(left: string, right: string): Promise<void> {
  const digests = await Promise.all([left, right].map(digestOf));
  if (digests[0] !== digests[1]) throw new Error('what was opened is not what was sealed');
}

async function digestOf(path: string): Promise<string> {
  const hash = createHash('sha256');
  const file = await open(path);
  try {
    for await (const piece of pieces(file)) hash.update(piece);
  } finally {
    await file.close();
  }
  return hash.digest('hex');
}

function asRun({ seconds, cpuSeconds, peakBytes }: Measured): AgeRun {
  return { seconds, cpuSeconds, peakBytes };
}

function figure(what: string, sizeBytes: number, ours: readonly AgeRun[], peers: readonly AgeRun[]): Figure {
  const [mine, theirs] = [ours, peers].map(runs => median(runs.map(({ seconds }) => seconds)));
  const speed = (runs: readonly AgeRun[], seconds: number) =>
    `${Math.round(sizeBytes / 1e6 / seconds)} MB/s, ${median(runs.map(({ cpuSeconds }) => cpuSeconds ?? 0)).toFixed(1)} s CPU`;
  return {
    what,
    measured: speed(ours, mine ?? 0),
    peer: peers.length > 0 ? `age: ${speed(peers, theirs ?? 0)}, ${memory(peers)}` : 'age: not installed',
    ratio: peers.length > 0 ? (theirs ?? 0) / (mine ?? 1) : null,
    budget: '≥ a third of age',
  };
}

function memory(runs: readonly AgeRun[]): string {
  return inMegabytes(Math.max(...runs.map(({ peakBytes }) => peakBytes ?? 0)) || null);
}
