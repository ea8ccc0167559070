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
  const sealed = await probatum('archive', 'seal', vault, '--case', reference, ...to, '--out', archive);
  const archiveBytes = statSync(archive).size;
  const peer =
    isInstalled('age') && isInstalled('tar') ? await peerRuns(ground, key.recipient, identity, archive) : null;
  const checked = await probatum('archive', 'inspect', receiver, archive);
  const merged = await probatum('archive', 'merge', receiver, archive);
  rmSync(archive);
  const row = (what: string, ours: Measured, name: string, theirs: Measured | undefined, budget?: string) =>
    besidePeer(what, sizeBytes, ours, name, theirs ?? null, budget);
  return [
    row(`seal an archive of ${sizeWords(sizeBytes)}`, sealed, 'tar | age', peer?.sealed, BUDGET),
    row('  the same', sealed, 'sha256sum, tar | age, sha256sum', peer?.sealedAndListed),
    { what: '  the archive', measured: inMegabytes(archiveBytes), peer: '', ratio: null },
    row('open it: all of it checked, each change listed', checked, 'age -d | tar', peer?.opened, BUDGET),
    row('  the same', checked, 'sha256sum, age -d | tar, sha256sum -c', peer?.openedAndChecked),
    row('open it and merge it into an empty vault', merged, 'age -d | tar', peer?.opened),
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

/**
 * The same files sealed and opened by age alone; then with the digests that ours makes and checks as well, where opening takes our
 * very archive, which must give every file.
 */
async function peerRuns({ folder, files }: ExchangeGround, recipient: string, identity: string, archive: string) {
  const peer = join(folder, 'peer.age');
  const unpacked = join(folder, 'unpacked');
  const shell = (script: string, ...args: string[]) =>
    requireProgram('bash', ['-o', 'pipefail', '-c', script, ...args]);
  const seal = 'tar -C "$0" -cf - . | age -r "$1" -o "$2"';
  const open = 'mkdir "$2" && age -d -i "$0" "$1" | tar -xf - -C "$2"';
  const list = '(cd "$0" && sha256sum *) > "$2.sums"';
  const check = 'cd "$2"/* && sha256sum --quiet -c manifest-sha256.txt';
  const sealed = await shell(seal, files, recipient, peer);
  const opened = await shell(open, identity, peer, unpacked);
  rmSync(unpacked, { recursive: true });
  rmSync(peer);
  const sealedAndListed = await shell(`${list} && ${seal} && sha256sum "$2"`, files, recipient, peer);
  rmSync(peer);
  const openedAndChecked = await shell(`sha256sum "$1" && ${open} && ${check}`, identity, archive, unpacked);
  rmSync(unpacked, { recursive: true });
  return { sealed, opened, sealedAndListed, openedAndChecked };
}
