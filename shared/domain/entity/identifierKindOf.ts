/** Which check a property calls for; the schema and what else is said of the entity decide, the digits never do. */
import { isA } from '../ftm/index.ts';
import type { IdentifierKind } from '../identifier/index.ts';

/** What is said of the same entity and changes how a value is checked. */
export interface ValueContext {
  /** Country code of the register, `cn`; several where several are stated. */
  jurisdiction?: string | readonly string[] | null;
  /** As stated of the wallet: `XBT`, `ETH`, `USDT`. */
  currency?: string | null;
}

const KINDS: Readonly<Record<string, IdentifierKind>> = {
  mmsi: 'mmsi',
  callSign: 'call-sign',
  iban: 'iban',
  bic: 'bic',
  swiftBic: 'bic',
  leiCode: 'lei',
  innCode: 'inn',
  ogrnCode: 'ogrn',
  passportNumber: 'passport',
};

/** A number of IMO is a ship's on a vessel and a company's on a company. */
export function identifierKindOf(
  schema: string,
  property: string,
  { jurisdiction = null }: ValueContext = {},
  value = '',
): IdentifierKind | null {
  if (property === 'imoNumber') return isA(schema, 'Vessel') ? 'imo-ship' : 'imo-company';
  if (property === 'number' && isA(schema, 'Passport')) return 'passport';
  const kind = Object.hasOwn(KINDS, property) ? KINDS[property] : undefined;
  if (kind !== undefined) return kind;
  const [country, another] = typeof jurisdiction === 'string' ? [jurisdiction] : (jurisdiction ?? []);
  // With two registers stated, nothing says which one gave the number.
  return country === undefined || another !== undefined ? null : kindInRegister(schema, property, country, value);
}

/**
 * Registers have given numbers of other forms before: one that has not the length of today's is left alone, as the old
 * Chinese registration numbers of 15 digits are.
 */
function kindInRegister(schema: string, property: string, country: string, value: string): IdentifierKind | null {
  const length = value.replace(/[\s-]/g, '').length;
  const isCompany = isA(schema, 'LegalEntity') && !isA(schema, 'Person');
  switch (`${country.toLowerCase()} ${property}`) {
    case 'cn registrationNumber':
    case 'cn taxNumber':
      return isCompany && length === 18 ? 'uscc' : null;
    case 'cn idNumber':
      if (length !== 18) return null;
      if (isA(schema, 'Person')) return 'cn-resident';
      return isCompany ? 'uscc' : null;
    case 'ru registrationNumber':
      return isCompany && (length === 13 || length === 15) ? 'ogrn' : null;
    case 'ru taxNumber':
      return isA(schema, 'LegalEntity') ? 'inn' : null;
    case 'hk registrationNumber':
      return isCompany ? 'hk-company' : null;
    case 'gb registrationNumber':
      return isCompany ? 'uk-company' : null;
    default:
      return null;
  }
}
