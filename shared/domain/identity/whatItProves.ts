/** What chain, signature and countersignature are worth, in words that stand in the window and in what is printed. */

/** Wrapped by hand, since they are part of a signed plain text. */
export const receiptProves = `What this shows: whoever keeps this receipt can later have it checked that the
events counted above still stand in the custody log of that vault, each of
them, in the same order and with the same content. The signature shows that it
was made by whoever holds the signing key.`;

export const receiptProvesNot = `What this does not show: when it was made, since the time is that of the
maker’s own computer; who sat at the desk; that anything recorded is true;
that nothing was left out. Somebody who holds passphrase and keys can write
another log from the beginning, but not one that fits a receipt that somebody
else keeps.`;

export interface Worth {
  what: string;
  shows: string;
  showsNot: string;
}

export const worth = {
  chain: {
    what: 'A whole chain',
    shows: 'No event before a head that somebody else noted was changed, removed or put in another place.',
    showsNot:
      'It does not show when anything happened, who sat at the desk, that the content is true, nor that the newest events were not cut off.',
  },
  signature: {
    what: 'A valid signature',
    shows: 'Not one byte of what was signed has changed, and whoever signed it held that key.',
    showsNot:
      'It does not show whose key it is: make sure of that with the person. Nor when it was signed, nor that what was signed is true.',
  },
  countersignature: {
    what: 'A countersignature',
    shows: 'The receipt existed when the witness signed it, as far as you trust the witness and the witness’s clock.',
    showsNot: 'The witness saw the receipt, not the vault: it says nothing about what is recorded there.',
  },
} as const satisfies Record<string, Worth>;
