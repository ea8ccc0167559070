/** Texts that are signed: what is written is read again as it was, and nothing else is taken for it. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCountersignature, writeCountersignature } from '../../../../shared/domain/identity/countersignature.ts';
import { cardPreimage, readCard, writeCard } from '../../../../shared/domain/identity/contactCard.ts';
import {
  readReceipt,
  readReceiptLine,
  type Receipt,
  writeReceipt,
  writeReceiptLine,
} from '../../../../shared/domain/identity/receipt.ts';
import { joinSigned, readFields, splitSigned } from '../../../../shared/domain/identity/signedText.ts';
import { PersonName, TeamName } from '../../../../shared/domain/identity/identity.ts';
import { Sha256 } from '../../../../shared/kernel/digest.ts';
import { Instant } from '../../../../shared/kernel/dates.ts';
import { VaultId } from '../../../../shared/kernel/ids.ts';

const signature = '-----BEGIN SSH SIGNATURE-----\nU1NIU0lHAAAA\n-----END SSH SIGNATURE-----\n';
const signingKey = `ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAI${'A'.repeat(43)}`;
const ageRecipient = `age1${'q'.repeat(58)}`;
const name = fc.string({ unit: 'grapheme', maxLength: 40 }).filter(text => PersonName.safeParse(text).success);
const team = fc.string({ unit: 'grapheme', maxLength: 40 }).filter(text => TeamName.safeParse(text).success);
const instant = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
  .map(date => Instant.parse(date.toISOString()));
const receipt: fc.Arbitrary<Receipt> = fc
  .record({
    eventCount: fc.integer({ min: 1, max: 10_000_000 }),
    headHash: fc.stringMatching(/^[0-9a-f]{64}$/).map(hash => Sha256.parse(hash)),
    madeAt: instant,
    name,
    team,
  })
  .map(({ name: by, team: of, ...given }) => ({
    ...given,
    vaultId: VaultId.parse('vlt-0197d2f0-0000-7000-8000-00000000abcd'),
    vaultCode: 'ACNBP',
    name: by.trim(),
    team: of.trim(),
    signingKey,
  }));

test('a receipt is read as it was written, in any script, alone, in one line and under its signature', () => {
  fc.assert(
    fc.property(receipt, given => {
      const text = writeReceipt(given);
      expect(readReceipt(text)).toEqual({ ok: true, value: given });
      const { vaultId, eventCount, headHash, madeAt } = given;
      expect(readReceiptLine(writeReceiptLine(given))).toEqual({ vaultId, eventCount, headHash, madeAt });
      expect(splitSigned(joinSigned(text, signature).replaceAll('\n', '\r\n'))).toEqual({ text, signature });
    }),
  );
});

test('a countersignature is read as it was written, the whole receipt with it', () => {
  fc.assert(
    fc.property(receipt, name, team, instant, (given, witness, ofTeam, witnessedAt) => {
      const said = {
        receiptSha256: given.headHash,
        witness: witness.trim(),
        team: ofTeam.trim(),
        vaultCode: 'QRTBA',
        witnessedAt,
        signingKey,
        note: 'came: by courier',
        receiptText: writeReceipt(given),
      };
      expect(readCountersignature(writeCountersignature(said))).toEqual({ ok: true, value: said });
    }),
  );
});

test('a card is read as it was written, whatever stands around it', () => {
  fc.assert(
    fc.property(name, team, instant, (by, of, madeAt) => {
      const content = { name: by.trim(), team: of.trim(), vaultCode: 'ACNBP', signingKey, ageRecipient, madeAt };
      const reading = readCard(`Dear all,\n${writeCard(content, signature)}\nRegards`);
      expect(reading).toEqual({ ok: true, content, signature });
      expect(reading.ok && cardPreimage(reading.content)).toBe(cardPreimage(content));
    }),
  );
});

test('no text at all makes a reader throw', () => {
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        fc.json(),
        fc.string().map(text => `Probatum custody receipt\n${text}`),
      ),
      text => {
        expect(readReceipt(text).ok).toBe(false);
        expect(readCountersignature(text).ok).toBe(false);
        expect(readCard(text).ok).toBe(false);
        expect(readReceiptLine(text)).toBeNull();
        splitSigned(text);
      },
    ),
  );
});

test('a key that stands twice is read as neither', () => {
  expect(readFields('H\nA: 1\nB: 2\n\nA: 3', 'H')).toEqual(
    new Map([
      ['A', '1'],
      ['B', '2'],
    ]),
  );
  expect(readFields('H\nA: 1\nA: 2\n', 'H')).toBeNull();
  expect(readFields('H\nA 1\n', 'H')).toBeNull();
  expect(readFields('Other\nA: 1\n', 'H')).toBeNull();
});
