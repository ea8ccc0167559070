/**
 * Checking identifiers by their form and check digit. Digits alone never tell what they identify: the kind is said by whoever
 * asks, or by the words around them, since some numbers pass the test of two kinds.
 */
import { hongKongCompany, inn, ogrn, ukCompany, uscc } from './companyRules.ts';
import { cas, container, hsCode, imei, vin } from './goodsRules.ts';
import type { IdentifierKind } from './kinds.ts';
import { euReference, unReference } from './listRules.ts';
import { mrz } from './machineReadableZone.ts';
import { bic, iban, lei } from './moneyRules.ts';
import { chineseResident, passport } from './personRules.ts';
import type { IdentifierRule } from './rule.ts';
import { aisSentence, callSign, imoCompany, imoShip, mmsi } from './shipRules.ts';
import { bitcoin, ethereum, monero, ripple, solana, tron } from './walletRules.ts';

export interface IdentifierVerdict {
  valid: boolean;
  /** Without prefix and separators, as it is compared. */
  normal: string;
  /** What was checked, or what is wrong; it says so where only the form was looked at. */
  sentence: string;
}

const RULES: Readonly<Record<IdentifierKind, IdentifierRule>> = {
  'imo-ship': imoShip,
  'imo-company': imoCompany,
  mmsi,
  'call-sign': callSign,
  'nmea-aivdm': aisSentence,
  container,
  'hs-code': hsCode,
  cas,
  vin,
  imei,
  iban,
  bic,
  lei,
  uscc,
  inn,
  ogrn,
  'hk-company': hongKongCompany,
  'uk-company': ukCompany,
  'cn-resident': chineseResident,
  passport,
  mrz,
  'un-reference': unReference,
  'eu-reference': euReference,
  btc: bitcoin,
  eth: ethereum,
  tron,
  xrp: ripple,
  sol: solana,
  xmr: monero,
};

export function checkIdentifier(kind: IdentifierKind, value: string): IdentifierVerdict {
  const { normal, check } = RULES[kind];
  const plain = normal(asTyped(value));
  const outcome = check(plain);
  if (typeof outcome === 'string') return { valid: true, normal: plain, sentence: outcome };
  return { valid: false, normal: plain, sentence: `${outcome.wrong}${strangerIn(plain)}` };
}

/** Wide signs, the many hyphens, and marks that nobody sees come with copied text. */
function asTyped(value: string): string {
  return value
    .normalize('NFKC')
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g, '');
}

/** A Cyrillic letter among Latin ones looks right and is not. */
function strangerIn(plain: string): string {
  const [stranger] = /[^\u0020-\u007e\s]/u.exec(plain) ?? [];
  if (stranger === undefined) return '';
  const code = (stranger.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
  return ` It holds “${stranger}” (U+${code}), which is no Latin letter or digit.`;
}
