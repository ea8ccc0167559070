/** A property of every reader: whatever bytes are changed, it ends in text or in a reason. */
import fc from 'fast-check';
import { expect } from 'vitest';
import { extractHere } from './extractHere.ts';

export async function expectTextOrReason(bytes: Uint8Array, fileName: string, runs = 100): Promise<void> {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(bytes.byteLength - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      async changes => {
        const changed = bytes.slice();
        for (const [at, value] of changes) changed[at] = value;
        const { outcome } = await extractHere(changed, fileName);
        expect(outcome.ok ? 'ok' : outcome.problem.code).toMatch(
          /^(ok|unreadable|too-large|unsupported-type|password-needed)$/,
        );
      },
    ),
    { numRuns: runs },
  );
}
