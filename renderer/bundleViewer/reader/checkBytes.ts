/** Reckons the SHA-256 of an exhibit's bytes in the browser and says in words how it compares with the record. */

export type ByteCheck = { state: 'same' | 'differs'; found: string } | { state: 'impossible'; why: string };

export async function checkBytes(bytes: Uint8Array<ArrayBuffer>, expectedSha256: string): Promise<ByteCheck> {
  if (!globalThis.crypto?.subtle) {
    return {
      state: 'impossible',
      why: 'This browser does not reckon digests on a page from disk. Use sha256sum as told under “Verify”.',
    };
  }
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const found = [...digest].map(byte => byte.toString(16).padStart(2, '0')).join('');
  return { state: found === expectedSha256 ? 'same' : 'differs', found };
}

export function checkSentence(check: ByteCheck, number: string, sizeBytes: number): string {
  if (check.state === 'impossible') return check.why;
  if (check.state === 'same') {
    return `The ${sizeBytes.toLocaleString('en')} bytes shown here have the SHA-256 on record: ${number} is as it was admitted.`;
  }
  return `The bytes shown here are not those on record: their SHA-256 is ${check.found}. Do not rely on ${number} in this copy.`;
}
