/** What chain, signature, countersignature and time stamp are worth, in words that stand in the window and in what is printed. */

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
      'When anything happened, who sat at the desk, that the content is true, nor that the newest events were not cut off.',
  },
  signature: {
    what: 'A valid signature',
    shows: 'Not one byte of what was signed has changed, and whoever signed it held that key.',
    showsNot:
      'Whose key it is: make sure of that with the person. Nor when it was signed, nor that what was signed is true.',
  },
  countersignature: {
    what: 'A countersignature',
    shows: 'The receipt existed when the witness signed it, as far as you trust the witness and the witness’s clock.',
    showsNot: 'What is recorded in the vault, or that it is true: the witness saw the receipt alone.',
  },
  timestamp: {
    what: 'A time stamp',
    shows: 'What was stamped existed by the time that the authority states, as far as you trust the authority.',
    showsNot:
      'What is recorded in the vault, or that it is true: the authority saw a hash alone. Nor whether its certificate was revoked since, which is asked over a network.',
  },
} as const satisfies Record<string, Worth>;
