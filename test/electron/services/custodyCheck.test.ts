/** Logs and receipts of a bundle, checked as its files go by: golden ones by ssh-keygen and openssl, and whatever else may come. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CustodyCheck } from '../../../electron/services/bundle/index.ts';
import { bundleEntries } from '../../../shared/domain/bundle/bundleEntries.ts';
import { exerciseCase, exerciseParts } from '../../support/exerciseBundle.ts';

const files = new Map<string, Buffer>();
for await (const { path, bytes } of bundleEntries(exerciseCase, {
  ...exerciseParts,
  viewer: { script: new Uint8Array(), style: new Uint8Array() },
  pdfAssets: () => [],
})) {
  if (path.startsWith('data/custody/') && bytes instanceof Uint8Array) files.set(path, Buffer.from(bytes));
}
const own = 'data/custody/custody.jsonl';
const folder = 'data/custody/receipts/';
const name = `${folder}ACNBP-receipt-1204`;

/** In pieces of any length, as a stream has them. */
function verdictOf(changed: Record<string, Uint8Array | null> = {}, pieceBytes = 1000) {
  const check = new CustodyCheck();
  for (const [path, bytes] of new Map<string, Uint8Array | null>([...files, ...Object.entries(changed)]))
    for (let at = 0; bytes !== null && at < bytes.length; at += pieceBytes)
      check.onPiece(path, bytes.subarray(at, at + pieceBytes));
  return check.verdict();
}

/** One letter of what is found; a flip elsewhere is for the digests of the bag to find. */
function changed(path: string, from: string, to: string): Record<string, Uint8Array> {
  const text = files.get(path)?.toString('utf8') ?? '';
  if (!text.includes(from)) throw new Error(`${path} does not hold ${from}`);
  return { [path]: Buffer.from(text.replace(from, to)) };
}

test('golden: the receipt that ssh-keygen signed and openssl stamped holds, however the files are cut', () => {
  const verdict = verdictOf();
  expect(verdict).toMatchObject({ ok: true, logs: [{ ok: true }, { path: own, ok: true }] });
  expect(verdict.receipts.map(({ sentence }) => sentence)).toEqual([
    expect.stringMatching(
      /^Receipt at event 1204 by Ana Example. Its signature fits the key SHA256:\S+, which is not known here. Event 1205 of the log here names this hash/,
    ),
    expect.stringMatching(/states that the head hash of this receipt existed on .* is open\.$/),
  ]);
  for (const pieceBytes of [1, 7]) expect(verdictOf({}, pieceBytes)).toEqual(verdict);
});

test('whose key it is, is told where it is known', () => {
  const check = new CustodyCheck();
  for (const [path, bytes] of files) check.onPiece(path, bytes);
  expect(check.verdict(() => 'Ana, verified').receipts[0]?.sentence).toContain('known here as Ana, verified');
});

test('each thing that was changed is told by its own sentence', () => {
  const [text, list, token] = [`${name}.txt`, `${folder}receipts.json`, `${name}-stamp-1.tsr`];
  const flipped = Buffer.from(files.get(token) ?? []);
  flipped.writeUInt8((flipped.at(-9) ?? 0) ^ 1, flipped.length - 9);
  const cases: [Record<string, Uint8Array | null>, RegExp][] = [
    [changed(own, 'A. Investigator', 'B. Investigator'), /^Event 1198 does not have the hash/],
    [changed(own, '{"action', '{ "action'), /^Line 1 is no custody event, or says more than its hash covers/],
    [{ [own]: Buffer.from('{"seq":') }, /^Line 1 is no custody event/],
    [changed(text, 'Maritime desk', 'Aviation desk'), /signature does not hold/],
    [changed(text, 'Events: 1204', 'Events: 1203'), /list says otherwise than the signed text/],
    [changed(list, 'Ana Example', 'Ann Example'), /list says otherwise than the signed text/],
    [changed(list, '"receipts"', '"receipt"'), /list of receipts is not as it was written/],
    [{ [`${name}.sshsig`]: null }, /signature is missing/],
    [{ [token]: flipped }, /time stamp|signature|changed/i],
    [{ [token]: Buffer.from('no token') }, /cannot be read/],
  ];
  for (const [change, sentence] of cases) {
    const { ok, logs, receipts } = verdictOf(change);
    expect(ok).toBe(false);
    expect([...logs, ...receipts].filter(one => !one.ok).map(one => one.sentence)).toContainEqual(
      expect.stringMatching(sentence),
    );
  }
});

test('whatever stands in these files, the check answers and throws nothing', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(own, `${folder}receipts.json`, `${name}.txt`, `${name}.sshsig`, `${name}-stamp-1.tsr`),
      fc.oneof(
        fc.uint8Array({ maxLength: 200 }),
        fc.json().map(text => Buffer.from(text)),
      ),
      (path, bytes) => {
        const { ok } = verdictOf({ [path]: bytes });
        expect(typeof ok).toBe('boolean');
      },
    ),
    { numRuns: 100 },
  );
});
