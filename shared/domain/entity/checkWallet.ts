/** A wallet's address: checked as of the currency that is stated, else against each form that it could have. */
import { checkIdentifier, type IdentifierKind, identifierWords } from '../identifier/index.ts';
import type { ValueCheck } from './checkValue.ts';

/** Currencies by the chain that their addresses are of; coins of the same chain share its form. */
const KINDS: Readonly<Record<string, IdentifierKind>> = {
  XBT: 'btc',
  BTC: 'btc',
  BITCOIN: 'btc',
  ETH: 'eth',
  ETHEREUM: 'eth',
  ETC: 'eth',
  BSC: 'eth',
  BNB: 'eth',
  MATIC: 'eth',
  POL: 'eth',
  ARB: 'eth',
  TRX: 'tron',
  TRON: 'tron',
  XRP: 'xrp',
  SOL: 'sol',
  SOLANA: 'sol',
  XMR: 'xmr',
  MONERO: 'xmr',
};
/** Tokens that live on several chains; the token's name does not say on which. */
const ON_MANY_CHAINS: Readonly<Record<string, readonly IdentifierKind[]>> = {
  USDT: ['btc', 'eth', 'tron', 'sol'],
  USDC: ['eth', 'tron', 'sol'],
};
/** Solana's is absent: without a checksum its form is all that can be checked. */
const FORMS: readonly (readonly [IdentifierKind, RegExp])[] = [
  ['eth', /^(?:0x)?[0-9a-f]{40}$/i],
  ['tron', /^(?:T[1-9A-HJ-NP-Za-km-z]{33}|(?:0x)?41[0-9a-f]{40})$/],
  ['btc', /^(?:[13][1-9A-HJ-NP-Za-km-z]{24,34}|(?:bc|tb)1[a-z0-9]{11,87}|BC1[A-Z0-9]{11,87})$/],
  ['xrp', /^(?:r[1-9A-HJ-NP-Za-km-z]{24,34}|X[1-9A-HJ-NP-Za-km-z]{46})$/],
  ['xmr', /^[48][1-9A-HJ-NP-Za-km-z]{94}(?:[1-9A-HJ-NP-Za-km-z]{11})?$/],
];

/** Null where the currency's addresses are of a form that is not known here, or none is stated and no form fits. */
export function checkWallet(address: string, currency: string | null): ValueCheck | null {
  const stated = (currency ?? '').trim().toUpperCase();
  const kind = Object.hasOwn(KINDS, stated) ? KINDS[stated] : undefined;
  if (kind !== undefined) return checkIdentifier(kind, address);
  const chains = Object.hasOwn(ON_MANY_CHAINS, stated) ? (ON_MANY_CHAINS[stated] ?? []) : null;
  if (stated !== '' && chains === null) return null;
  return checkForms(address, chains, stated);
}

function checkForms(address: string, chains: readonly IdentifierKind[] | null, token: string): ValueCheck | null {
  const isOpen = (kind: IdentifierKind) => chains?.includes(kind) ?? true;
  const kinds = FORMS.flatMap(([kind, form]) => (isOpen(kind) && form.test(address) ? [kind] : []));
  if (isOpen('sol') && checkIdentifier('sol', address).valid) kinds.push('sol');
  const verdicts = kinds.map(kind => ({ kind, ...checkIdentifier(kind, address) }));
  const [first] = verdicts;
  if (first === undefined) return null;
  const held = verdicts.filter(verdict => verdict.valid);
  const told = held.length > 0 ? held : [first];
  const forms = told.map(({ kind }) => `${article(identifierWords[kind])} ${identifierWords[kind]}`).join(' or ');
  const open = token === '' ? 'No currency is stated' : `${token} lives on several chains`;
  return {
    valid: held.length > 0,
    // The kind was not said, so the address is left as it is written.
    normal: address,
    sentence: `${open}; by its form it could be ${forms}. ${told.map(({ sentence }) => sentence).join(' ')}`,
  };
}

function article(words: string): string {
  return /^(?:[aeiou]|XRP)/i.test(words) ? 'an' : 'a';
}
