/** What else is stated of an entity and decides how its values are checked. */
import type { ValueContext } from './identifierKindOf.ts';

interface Said {
  property: string;
  value: string;
  withdrawnAt?: string | null;
}

/** The register that a company's number is of, or the State of a person's; the currency of a wallet. */
export function valueContextOf(statements: readonly Said[]): ValueContext {
  const valuesOf = (...properties: string[]) => [
    ...new Set(
      statements
        .filter(({ property, withdrawnAt }) => properties.includes(property) && !withdrawnAt)
        .map(({ value }) => value.trim().toLowerCase()),
    ),
  ];
  const registers = valuesOf('jurisdiction');
  const [currency, another] = valuesOf('currency');
  return {
    jurisdiction: registers.length > 0 ? registers : valuesOf('nationality', 'citizenship'),
    // Of two currencies neither tells which chain the address is of.
    currency: another === undefined ? (currency ?? null) : null,
  };
}
