/** Wallets: what can be said of an address as one of its chain. */
import { FORM_ONLY, type IdentifierRule, trimmed, wrong } from './rule.ts';
import { bitcoinForm, isSolana, isTron, judgeEthereum, moneroForm, rippleForm, tronFromHex } from './wallets.ts';

export const bitcoin: IdentifierRule = {
  normal: trimmed,
  check: address => {
    switch (bitcoinForm(address)) {
      case 'key hash':
      case 'script hash':
        return 'The checksum holds (base58check).';
      case 'bech32':
        return 'The checksum holds (bech32, witness version 0).';
      case 'bech32m':
        return 'The checksum holds (bech32m, witness version 1 or later).';
      case 'test network':
        return wrong('This is an address of a test network; nothing of value is there.');
      case null:
        return wrong('This is no whole bitcoin address: its checksum does not hold.');
    }
  },
};

export const ethereum: IdentifierRule = {
  normal: value => value.trim().replace(/^(?:0x)?(?=[0-9a-f]{40}$)/i, '0x'),
  check: address => {
    const end = 'The address alone does not say on which chain.';
    if (!/^0x[0-9a-fA-F]{40}$/.test(address)) return wrong('An address has 0x and 40 hexadecimal digits.');
    switch (judgeEthereum(address)) {
      case 'checked':
        return `The checksum (EIP-55) holds. ${end}`;
      case 'no-checksum':
        return `Written without a checksum. ${FORM_ONLY} ${end}`;
      case 'wrong':
        return wrong('The letters’ case does not match the checksum (EIP-55).');
    }
  },
};

export const tron: IdentifierRule = {
  normal: trimmed,
  check: address => {
    if (isTron(address)) return 'The checksum holds.';
    const plain = tronFromHex(address);
    if (plain !== null) return `Written in hexadecimal, without a checksum: it is ${plain}. ${FORM_ONLY}`;
    return wrong('This is no whole TRON address: its checksum does not hold.');
  },
};

export const ripple: IdentifierRule = {
  normal: trimmed,
  check: address => {
    const form = rippleForm(address);
    if (form === null) return wrong('This is no whole XRP address: its checksum does not hold.');
    return form === 'classic'
      ? 'The checksum holds. Many holders may share an address, told apart by a destination tag.'
      : 'The checksum holds; a destination tag is part of this form.';
  },
};

export const solana: IdentifierRule = {
  normal: trimmed,
  check: address =>
    isSolana(address)
      ? `32 bytes in base58. ${FORM_ONLY} A Solana address has no checksum.`
      : wrong('A Solana address is 32 bytes in base58; this is not.'),
};

export const monero: IdentifierRule = {
  normal: trimmed,
  check: address => {
    const form = moneroForm(address);
    if (form !== null) return `The checksum holds (${form === 'standard' ? 'standard address' : form}).`;
    return wrong(
      /^[48][1-9A-HJ-NP-Za-km-z]{94}(?:.{11})?$/.test(address)
        ? 'The checksum does not hold.'
        : 'A Monero address has 95 signs and begins with 4 or 8; one with a payment’s number has 106.',
    );
  },
};
