/**
 * The case sealed for another vault, opened there and merged, beside age with tar over the same files in the same run. It is sealed
 * to a key of the age program as well, which then opens the very archive.
 */
import { rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { newAgeIdentity } from '../../electron/age/index.ts';
import { besidePeer, sizeWords } from './exchangeFigure.ts';
import { type ExchangeGround, reference } from './exchangeGround.ts';
import { isInstalled, type Measured, requireProgram } from './runProgram.ts';
import { type Figure, inMegabytes } from './table.ts';

const RUNS = 3;
const BUDGET = '≥ 0.33 of age, < 500 MB';

export async function archiveFigures(ground: ExchangeGround): Promise<Figure[]> {
  const { folder, vault, sizeBytes, command } = ground;
  const archive = join(folder, 'archive.age');
  const receiver = join(folder, 'receiver.probatum');
  const probatum = (...args: string[]) => requireProgram(process.execPath, command(...args));
  const publicKey = await receivingKey(receiver, probatum);
  const key = await newAgeIdentity();
  const identity = join(folder, 'identity.txt');
  writeFileSync(identity, `${key.identity}\n`);
  const to = ['--to', publicKey, key.recipient];
  const peer = isInstalled('age') && isInstalled('tar') ? peerOf(ground, key.recipient, identity) : null;
  const [sealed, sealedByPeer] = await inTurns(
    async () => {
      rmSync(archive, { force: true });
      return probatum('archive', 'seal', vault, '--case', reference, ...to, '--out', archive);
    },
    () => peer?.seal(),
  );
  const archiveBytes = statSync(archive).size;
  const [checked, openedByPeer] = await inTurns(
    () => probatum('archive', 'inspect', receiver, archive),
    () => peer?.open(),
  );
  const sealedAndListed = await peer?.sealAndList();
  const openedAndChecked = await peer?.openAndCheck(archive);
  const merged = await probatum('archive', 'merge', receiver, archive);
  rmSync(archive);
  const row = (what: string, ours: Measured, name: string, theirs: Measured | undefined, budget?: string) =>
    besidePeer(what, sizeBytes, ours, name, theirs ?? null, budget);
  return [
    row(`seal an archive of ${sizeWords(sizeBytes)}`, sealed, 'tar | age', sealedByPeer, BUDGET),
    row('  the same', sealed, 'sha256sum, tar | age, sha256sum', sealedAndListed),
    { what: '  the archive', measured: inMegabytes(archiveBytes), peer: '', ratio: null },
    row('open it: all of it checked, each change listed', checked, 'age -d | tar', openedByPeer, BUDGET),
    row('  the same', checked, 'sha256sum, age -d | tar, sha256sum -c', openedAndChecked),
    row('open it and merge it into an empty vault', merged, 'age -d | tar', openedByPeer),
  ];
}

async function receivingKey(vault: string, probatum: (...args: string[]) => Promise<Measured>): Promise<string> {
  await probatum('vault', 'create', vault, '--person', 'Receiver');
  await probatum('identity', 'make', vault, '--name', 'Receiver');
  const { stdout } = await probatum('identity', 'show', vault, '--json');
  const key = /"ageRecipient":"(age1[a-z0-9]+)"/.exec(stdout)?.[1];
  if (!key) throw new Error('the receiving vault shows no key to seal to');
  return key;
}

/** Ours and the peer, in turns, so that a busy moment meets both; of each the run of median time with the highest of the peaks. */
async function inTurns(
  ours: () => Promise<Measured>,
  peers: () => Promise<Measured> | undefined,
): Promise<[Measured, Measured | undefined]> {
  const runs: { ours: Measured[]; peers: Measured[] } = { ours: [], peers: [] };
  for (let turn = 0; turn < RUNS; turn += 1) {
    runs.ours.push(await ours());
    const peer = await peers();
    if (peer) runs.peers.push(peer);
  }
  const mine = middleOf(runs.ours);
  if (!mine) throw new Error('nothing was run');
  return [{ ...mine, peakBytes: Math.max(...runs.ours.map(({ peakBytes }) => peakBytes ?? 0)) }, middleOf(runs.peers)];
}

function middleOf(runs: readonly Measured[]): Measured | undefined {
  return runs.toSorted((one, other) => one.seconds - other.seconds)[Math.floor(runs.length / 2)];
}

/**
 * The same files sealed and opened by age alone; then with the digests that ours makes and checks as well, where opening takes our
 * very archive, which must give every file.
 */
function peerOf({ folder, files }: ExchangeGround, recipient: string, identity: string) {
  const peer = join(folder, 'peer.age');
  const unpacked = join(folder, 'unpacked');
  const shell = (script: string, ...args: string[]) =>
    requireProgram('bash', ['-o', 'pipefail', '-c', script, ...args]);
  const seal = 'tar -C "$0" -cf - . | age -r "$1" -o "$2"';
  const open = 'mkdir "$2" && age -d -i "$0" "$1" | tar -xf - -C "$2"';
  const list = '(cd "$0" && sha256sum *) > "$2.sums"';
  const check = 'cd "$2"/* && sha256sum --quiet -c manifest-sha256.txt';
  const anew = <Result>(run: () => Promise<Result>) => {
    rmSync(unpacked, { recursive: true, force: true });
    return run();
  };
  return {
    seal: () => {
      rmSync(peer, { force: true });
      return shell(seal, files, recipient, peer);
    },
    open: () => anew(() => shell(open, identity, peer, unpacked)),
    sealAndList: () => {
      rmSync(peer, { force: true });
      return shell(`${list} && ${seal} && sha256sum "$2"`, files, recipient, peer);
    },
    openAndCheck: (archive: string) =>
      anew(() => shell(`sha256sum "$1" && ${open} && ${check}`, identity, archive, unpacked)),
  };
}
