// A bag carries the signature of who made it; ssh-keygen checks it from the unpacked bag, and so do we.
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { unzipSync } from 'fflate';
import { afterEach, beforeEach, expect, test } from 'vitest';
import {
  BAG_NAMESPACE,
  type BagSignature,
  SIGNATURE_COMMAND,
  type SignBag,
  tarBag,
  verifyBag,
  verifyTarBag,
} from '../../../electron/bag/index.ts';
import { fingerprintOf, newSigningKey, signSsh } from '../../../electron/ssh/index.ts';
import { hasProgram, INFO, temporaryFolder, writeSmallBag } from './bagSupport.ts';

let folder: Awaited<ReturnType<typeof temporaryFolder>>;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

const key = newSigningKey('');
const sign: SignBag = sha512 => signSsh(key.secret, BAG_NAMESPACE, { sha512 });
const zipPath = (): string => join(folder.path, 'bundle.zip');

async function unpackedBag(signer: SignBag = sign): Promise<string> {
  await writeSmallBag(zipPath(), undefined, signer);
  for (const [name, bytes] of Object.entries(unzipSync(readFileSync(zipPath())))) {
    mkdirSync(dirname(join(folder.path, name)), { recursive: true });
    writeFileSync(join(folder.path, name), bytes);
  }
  return join(folder.path, 'exercise');
}

const codes = ({ problems }: { problems: { code: string; path?: string }[] }): string[] =>
  problems.map(({ code, path }) => `${code} ${path ?? ''}`.trim());

test('a bag without a signature says so, and is valid', async () => {
  await writeSmallBag(zipPath());
  expect(await verifyBag(zipPath())).toMatchObject({
    ok: true,
    signature: { state: 'absent', sentence: 'It is not signed: its digests show that it is whole, not who made it.' },
  });
});

test('a signed bag tells the key, and the name by which the caller knows it', async () => {
  await writeSmallBag(zipPath(), undefined, sign);
  const fingerprint = fingerprintOf(key.publicKey);
  const publicKey = key.publicKey.trim();
  const unknown = await verifyBag(zipPath());
  expect(unknown).toMatchObject({ ok: true, problems: [], warnings: [] });
  expect(unknown.signature).toEqual({
    state: 'valid',
    publicKey,
    fingerprint,
    knownAs: null,
    sentence: `Signed by the key ${fingerprint}, which is not known here; compare it with the fingerprint that the sender tells you by another way.`,
  } satisfies BagSignature);
  const known = await verifyBag(zipPath(), { knownAs: given => (given === publicKey ? 'Team Heron' : undefined) });
  expect(known.signature).toEqual({
    state: 'valid',
    publicKey,
    fingerprint,
    knownAs: 'Team Heron',
    sentence: `Signed by the key ${fingerprint}, known here as Team Heron.`,
  } satisfies BagSignature);
});

test('the same content and key make the same bytes; the signature changes nothing else of the bag', async () => {
  const digest = (): string => createHash('sha256').update(readFileSync(zipPath())).digest('hex');
  await writeSmallBag(zipPath(), undefined, sign);
  const first = digest();
  await writeSmallBag(zipPath(), undefined, sign);
  expect(digest()).toBe(first);
  const signed = unzipSync(readFileSync(zipPath()));
  await writeSmallBag(zipPath());
  const { 'exercise/signature.sshsig': _, 'exercise/allowed_signers': __, ...rest } = signed;
  expect(unzipSync(readFileSync(zipPath()))).toEqual(rest);
});

test('a bag in a TAR is signed and checked alike', async () => {
  const entries = [{ path: 'data/a', sizeBytes: 1, bytes: Buffer.from('a') }];
  const verdict = await verifyTarBag(tarBag({ name: 'x', info: INFO, entries, sign }));
  expect(verdict).toMatchObject({ ok: true, signature: { state: 'valid', fingerprint: fingerprintOf(key.publicKey) } });
});

// Made with: ssh-keygen -t ed25519 -C ''; ssh-keygen -Y sign -n bag@probatum tagmanifest-sha512.txt, on the small bag of these tests.
const GOLDEN = `-----BEGIN SSH SIGNATURE-----
U1NIU0lHAAAAAQAAADMAAAALc3NoLWVkMjU1MTkAAAAgW7CIzQPQ4A16lsqr5x8sSEmakp
wseglRO+9hnV39fwEAAAAMYmFnQHByb2JhdHVtAAAAAAAAAAZzaGE1MTIAAABTAAAAC3Nz
aC1lZDI1NTE5AAAAQKmtjrIG/wmiCIGdRkKByG9kbCcSKsvkvCrXRYGZhL4QXrhyPWBrg1
Wsh2uC6sTOTtaEFAf+QONSfqwrtUUL1Qo=
-----END SSH SIGNATURE-----
`;

test('a signature that ssh-keygen made over the small bag holds (golden)', async () => {
  await writeSmallBag(zipPath(), undefined, () => GOLDEN);
  expect(await verifyBag(zipPath())).toMatchObject({
    ok: true,
    signature: { state: 'valid', fingerprint: 'SHA256:OoZiGniXp3Xb5RgBogFzfn1GNb1clHMpRVv7OUPAxBQ' },
  });
});

test.runIf(hasProgram('ssh-keygen', '-?'))(
  'the printed command line: ssh-keygen -Y verify accepts, and refuses what was altered',
  async () => {
    const bag = await unpackedBag();
    const verify = () => spawnSync('sh', ['-c', SIGNATURE_COMMAND], { cwd: bag, encoding: 'utf8' });
    const { status, stdout } = verify();
    expect([status, stdout]).toEqual([
      0,
      `Good "bag@probatum" signature for sender with ED25519 key ${fingerprintOf(key.publicKey)}\n`,
    ]);
    writeFileSync(
      join(bag, 'tagmanifest-sha512.txt'),
      `${readFileSync(join(bag, 'tagmanifest-sha512.txt'), 'utf8')}\n`,
    );
    expect(verify().status).not.toBe(0);
  },
);

test.runIf(hasProgram('sha512sum', '--version'))(
  'from signature to bytes with public tools: what it covers, sha512sum checks to the last file',
  async () => {
    const bag = await unpackedBag();
    const check = (list: string): string =>
      execFileSync('sha512sum', ['--strict', '--quiet', '-c', list], { cwd: bag, encoding: 'utf8' });
    expect(check('tagmanifest-sha512.txt')).toBe('');
    // The one name with "%" is written with %25 there, as RFC 8493 asks; sha512sum does not know that.
    const plain = readFileSync(join(bag, 'manifest-sha512.txt'), 'utf8').replaceAll('%25', '%');
    writeFileSync(join(bag, 'plain.txt'), plain);
    expect(check('plain.txt')).toBe('');
  },
);

test('a bag altered together with its manifests is found by its signature alone', async () => {
  const bag = await unpackedBag();
  for (const name of ['tagmanifest-sha512.txt', 'tagmanifest-sha256.txt']) rmSync(join(bag, name));
  writeFileSync(join(bag, 'bag-info.txt'), 'Bag-Software-Agent: Probatum 0.1.0\nContact-Name: Somebody Else\n');
  const lines = [
    'bag-info.txt',
    'bagit.txt',
    'manifest-sha256.txt',
    'manifest-sha512.txt',
    'signatures/README.txt',
  ].map(
    name =>
      `${createHash('sha512')
        .update(readFileSync(join(bag, name)))
        .digest('hex')}  ${name}\n`,
  );
  writeFileSync(join(bag, 'tagmanifest-sha512.txt'), lines.join(''));
  const verdict = await verifyBag(bag);
  expect(codes(verdict)).toEqual(['signature-bad signature.sshsig']);
  expect(verdict.signature).toEqual({
    state: 'bad',
    sentence:
      'The signature does not hold: This signature does not fit: what was signed, or the signature, was changed afterwards.',
  });
});

test.each<[string, (bag: string) => void, string]>([
  ['no signature at all', bag => writeFileSync(join(bag, 'signature.sshsig'), 'x'), 'not an SSH signature'],
  [
    'one for another purpose',
    bag => {
      const tagManifest = readFileSync(join(bag, 'tagmanifest-sha512.txt'));
      writeFileSync(join(bag, 'signature.sshsig'), signSsh(key.secret, 'file', tagManifest));
    },
    'made for another purpose',
  ],
  [
    'another form of the same',
    bag => {
      const text = readFileSync(join(bag, 'signature.sshsig'), 'latin1');
      writeFileSync(join(bag, 'signature.sshsig'), `\n${text}`);
    },
    'is not written as it is when it is made',
  ],
  [
    'signers that name another key',
    bag =>
      writeFileSync(
        join(bag, 'allowed_signers'),
        readFileSync(join(bag, 'allowed_signers'), 'latin1').replace('bag@', 'file,bag@'),
      ),
    'allowed_signers names another key',
  ],
  ['nothing that it signs', bag => rmSync(join(bag, 'tagmanifest-sha512.txt')), 'is not there'],
])('refused: %s', async (_, spoil, reason) => {
  const bag = await unpackedBag();
  spoil(bag);
  const verdict = await verifyBag(bag);
  expect([verdict.ok, verdict.signature.state, codes(verdict)]).toEqual([
    false,
    'bad',
    ['signature-bad signature.sshsig'],
  ]);
  expect(verdict.signature.sentence).toContain(reason);
});

test('a signature taken out of a folder leaves an unsigned bag; signers without signature are not passed over', async () => {
  const bag = await unpackedBag();
  rmSync(join(bag, 'signature.sshsig'));
  expect(codes(await verifyBag(bag))).toEqual(['file-unlisted allowed_signers']);
  rmSync(join(bag, 'allowed_signers'));
  expect(await verifyBag(bag)).toMatchObject({ ok: true, signature: { state: 'absent' } });
});

test('a signer that signs wrongly ends the writing, and nothing is left behind', async () => {
  const wrong: SignBag = () => signSsh(key.secret, BAG_NAMESPACE, Buffer.from('something else'));
  await expect(writeSmallBag(zipPath(), undefined, wrong)).rejects.toThrow('signed wrongly: message-changed');
  expect(() => readFileSync(zipPath())).toThrow('ENOENT');
});
