/** What a proposal would be an entity of: the schema, and the property that holds the value. */
import type { FoundProposal } from './proposal.ts';

export interface EntityTarget {
  /** The likely one first; the others can have the property too. */
  schemata: readonly string[];
  property: string;
}

const OF_SORT: Readonly<Record<string, EntityTarget>> = {
  person: { schemata: ['Person'], property: 'name' },
  company: { schemata: ['Company', 'Organization'], property: 'name' },
  'public body': { schemata: ['PublicBody', 'Organization'], property: 'name' },
  organization: { schemata: ['Organization', 'Company'], property: 'name' },
  vessel: { schemata: ['Vessel'], property: 'name' },
  'IMO ship number': { schemata: ['Vessel'], property: 'imoNumber' },
  'IMO company number': { schemata: ['Company', 'Organization'], property: 'imoNumber' },
  MMSI: { schemata: ['Vessel'], property: 'mmsi' },
  'call sign': { schemata: ['Vessel'], property: 'callSign' },
  IBAN: { schemata: ['BankAccount'], property: 'iban' },
  BIC: { schemata: ['Company', 'Organization', 'LegalEntity'], property: 'swiftBic' },
  LEI: { schemata: ['Company', 'Organization', 'LegalEntity'], property: 'leiCode' },
  'bitcoin address': { schemata: ['CryptoWallet'], property: 'publicKey' },
  'Ethereum-style address': { schemata: ['CryptoWallet'], property: 'publicKey' },
  'TRON address': { schemata: ['CryptoWallet'], property: 'publicKey' },
  'e-mail address': { schemata: ['Person', 'Company', 'Organization', 'LegalEntity'], property: 'email' },
  'phone number': { schemata: ['Company', 'Person', 'Organization', 'LegalEntity'], property: 'phone' },
  'passport number': { schemata: ['Person'], property: 'passportNumber' },
};

/** Null for what is said of entities rather than being one: dates, amounts, places, containers. */
export function entityOf({ sort }: Pick<FoundProposal, 'sort'>): EntityTarget | null {
  return OF_SORT[sort] ?? null;
}
