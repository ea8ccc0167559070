/** The kinds of identifier, their words, and the other names that people give them. */

export const identifierKinds = [
  'imo-ship',
  'imo-company',
  'mmsi',
  'call-sign',
  'nmea-aivdm',
  'container',
  'hs-code',
  'cas',
  'vin',
  'imei',
  'iban',
  'bic',
  'lei',
  'uscc',
  'inn',
  'ogrn',
  'hk-company',
  'uk-company',
  'cn-resident',
  'passport',
  'mrz',
  'un-reference',
  'eu-reference',
  'btc',
  'eth',
  'tron',
  'xrp',
  'sol',
  'xmr',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

export const identifierWords: Readonly<Record<IdentifierKind, string>> = {
  'imo-ship': 'IMO ship number',
  'imo-company': 'IMO company number',
  mmsi: 'MMSI',
  'call-sign': 'call sign',
  'nmea-aivdm': 'AIS sentence',
  container: 'container number',
  'hs-code': 'HS code',
  cas: 'CAS number',
  vin: 'vehicle identification number',
  imei: 'IMEI',
  iban: 'IBAN',
  bic: 'BIC',
  lei: 'LEI',
  uscc: 'unified social credit code',
  inn: 'INN',
  ogrn: 'OGRN',
  'hk-company': 'Hong Kong company number',
  'uk-company': 'British company number',
  'cn-resident': 'Chinese resident identity number',
  passport: 'passport number',
  mrz: 'machine-readable zone',
  'un-reference': 'UN list reference',
  'eu-reference': 'EU reference',
  btc: 'bitcoin address',
  eth: 'Ethereum-style address',
  tron: 'TRON address',
  xrp: 'XRP address',
  sol: 'Solana address',
  xmr: 'Monero address',
};

/** Names that mean one kind only: `imo` and `usdt` are absent, since each may be of several. */
const OTHER_NAMES: Readonly<Record<string, IdentifierKind>> = {
  callsign: 'call-sign',
  ais: 'nmea-aivdm',
  nmea: 'nmea-aivdm',
  'iso-6346': 'container',
  hs: 'hs-code',
  swift: 'bic',
  'swift-bic': 'bic',
  'cn-uscc': 'uscc',
  'ru-inn': 'inn',
  'ru-ogrn': 'ogrn',
  ogrnip: 'ogrn',
  'hk-cr': 'hk-company',
  'hk-cr-no': 'hk-company',
  'uk-crn': 'uk-company',
  'cn-id': 'cn-resident',
  'cn-resident-id': 'cn-resident',
  'mrz-td3': 'mrz',
  'icao-9303': 'mrz',
  'un-ref': 'un-reference',
  'eu-ref': 'eu-reference',
  bitcoin: 'btc',
  xbt: 'btc',
  'btc-base58': 'btc',
  'btc-bech32': 'btc',
  'btc-bech32m': 'btc',
  ethereum: 'eth',
  bsc: 'eth',
  polygon: 'eth',
  trx: 'tron',
  'tron-hex': 'tron',
  ripple: 'xrp',
  solana: 'sol',
  monero: 'xmr',
};

/** The kind that a name stands for, however it is capitalised; null for a name that is unknown or may be of several. */
export function identifierKindNamed(name: string): IdentifierKind | null {
  const plain = name
    .trim()
    .toLowerCase()
    .replace(/[\s_]+/g, '-');
  return (
    identifierKinds.find(kind => kind === plain) ??
    (Object.hasOwn(OTHER_NAMES, plain) ? (OTHER_NAMES[plain] ?? null) : null)
  );
}
