// `probatum bundle verify`: the verdict in words, whose key it was as far as a vault knows, and how the command ends.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newAgeIdentity, sealStream } from '../../../electron/age/index.ts';
import { BAG_NAMESPACE, type SignBag, SIGNATURE_COMMAND, tarBag } from '../../../electron/bag/index.ts';
import { fingerprintOf, newSigningKey, signSsh } from '../../../electron/ssh/index.ts';
import { custodyGenesis } from '../../../shared/domain/custody.ts';
import { partWorth } from '../../../shared/domain/custodyPart.ts';
import { worth } from '../../../shared/domain/identity/whatItProves.ts';
import { canonicalJson, type Json } from '../../../shared/kernel/canonicalJson.ts';
import { chainOfEvents } from '../../support/exerciseCustody.ts';
import { runProgram } from '../../support/runProgram.ts';
import { INFO, temporaryFolder, writeSmallBag } from '../bag/bagSupport.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
const at = (name: string) => join(folder.path, name);
const key = newSigningKey('');
const fingerprint = fingerprintOf(key.publicKey);
const sign: SignBag = sha512 => signSsh(key.secret, BAG_NAMESPACE, { sha512 });
const tar = () =>
  tarBag({ name: 'x', info: INFO, entries: [{ path: 'data/a', sizeBytes: 1, bytes: Buffer.from('a') }], sign });

beforeAll(async () => {
  folder = await temporaryFolder();
  await writeSmallBag(at('signed.zip'), undefined, sign);
  await writeSmallBag(at('unsigned.zip'));
  writeFileSync(at('archive.tar'), await whole(tar()));
  const { recipient } = await newAgeIdentity();
  writeFileSync(at('archive.age'), await whole(sealStream(tar(), { recipients: [recipient] })));
  const altered = readFileSync(at('signed.zip'));
  altered.writeUInt8(altered.readUInt8(200) ^ 1, 200);
  writeFileSync(at('altered.zip'), altered);
});
afterAll(() => folder.remove());

async function whole(bytes: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of bytes) pieces.push(Uint8Array.from(piece));
  return Buffer.concat(pieces);
}

const verify = (name: string, ...args: string[]) => runProgram('bundle', 'verify', at(name), ...args);

const shown = [
  `  What that shows: ${worth.signature.shows}`,
  `  What it does not: ${worth.signature.showsNot}`,
  '  The same with public tools, in the folder of the unpacked bundle:',
  `  ${SIGNATURE_COMMAND}`,
];
const unknown = `Signed by the key ${fingerprint}, which is not known here; compare it with the fingerprint that the sender tells you by another way.`;
const lines = (...text: string[]) => `${text.join('\n')}\n`;

test('a signed bundle is told with its key, and what a signature shows and does not show', async () => {
  const { status, stdout, stderr } = await verify('signed.zip');
  const [last] = stdout.trimEnd().split('\n').slice(-1);
  expect({ status, stderr, stdout }).toEqual({
    status: 0,
    stderr: '',
    stdout: lines(unknown, ...shown, last ?? ''),
  });
  expect(last).toMatch(/^Valid: 9 files, \d+ bytes, each with the digest on record$/);
});

test('the TAR out of an archive is checked alike; the sealed archive itself is told how to', async () => {
  const { status, stdout } = await verify('archive.tar');
  expect([status, stdout.startsWith(lines(unknown, ...shown)), stdout.includes('Valid: 5 files')]).toEqual([
    0,
    true,
    true,
  ]);
  expect(await verify('archive.age')).toMatchObject({
    status: 1,
    stdout: '',
    stderr: expect.stringContaining('it is sealed with age. “probatum archive inspect” checks it'),
  });
});

test('custody logs are checked event by event, in words; one that was rewritten with its bag ends the command as failed', async () => {
  const [event] = chainOfEvents([{ seq: 1, actor: 'A. Investigator', action: 'case-created', subject: 'C-1' }], {
    1: custodyGenesis,
  });
  const bagOf = (line: string) => [{ path: 'data/custody/custody.jsonl', bytes: Buffer.from(`${line}\n`) }];
  const line = canonicalJson(event as unknown as Json);
  await writeSmallBag(at('log.zip'), bagOf(line));
  await writeSmallBag(at('rewritten.zip'), bagOf(line.replace('A. Inv', 'B. Inv')));
  const [whole, rewritten] = [await verify('log.zip'), await verify('rewritten.zip')];
  expect(whole).toMatchObject({ status: 0 });
  expect(whole.stdout).toContain('The one event here has the hash that its own words give');
  expect(whole.stdout).toContain(`  What that shows: ${partWorth.shows}\n  What it does not: ${partWorth.showsNot}\n`);
  expect(rewritten).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(
      /✗ data\/custody\/custody.jsonl: Event 1 .*changed after it was written[\s\S]*NOT valid/,
    ),
  });
});

test('an unsigned, an altered and an absent bundle each end as they should', async () => {
  expect(await verify('unsigned.zip')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^It is not signed/) });
  expect(await verify('altered.zip')).toMatchObject({
    status: 1,
    stdout: expect.stringMatching(/^✗ [\s\S]*\nNOT valid\n$/),
  });
  expect(await verify('absent.zip')).toMatchObject({ status: 1, stderr: expect.stringContaining('it is not there') });
  expect(JSON.parse((await verify('signed.zip', '--json')).stdout)).toMatchObject({
    ok: true,
    signature: { state: 'valid', fingerprint, knownAs: null },
  });
});

test('with a vault, its contacts book says whose key it is, and whether anybody made sure', {
  timeout: 60_000,
}, async () => {
  writeFileSync(at('passphrase'), 'granite otter lantern seventeen\n');
  const vault = at('team.probatum');
  const pass = ['--passphrase-file', at('passphrase')];
  const run = async (...args: string[]) => expect(await runProgram(...args, ...pass)).toMatchObject({ status: 0 });
  await run('vault', 'create', vault, '--person', 'Test Person');
  const withVault = async () => (await verify('signed.zip', '--vault', vault, ...pass)).stdout.split('\n')[0];
  expect(await withVault()).toBe(unknown);
  await run('contact', 'add', vault, '--name', 'Ana Example', '--signing-key', key.publicKey.trim());
  expect(await withVault()).toBe(`Signed by the key ${fingerprint}, known here as Ana Example, contact, not verified.`);
  await run('contact', 'verify', vault, 'Ana Example', '--how', 'in-person');
  expect(await withVault()).toBe(`Signed by the key ${fingerprint}, known here as Ana Example, contact, verified.`);
});
