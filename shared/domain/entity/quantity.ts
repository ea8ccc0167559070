/**
 * Amounts in another unit. Within one dimension factors are exact by definition; between volume and mass a factor of the
 * product is needed, which a person names: the product is never guessed, and the factor that was used is printed with the result.
 */
import type { Quantity, StatementDetail } from './statement.ts';

export type Dimension = 'volume' | 'mass' | 'length';

export interface Unit {
  unit: string;
  label: string;
  dimension: Dimension;
  /** Times this gives m³, kg or m. */
  factor: number;
  /** As it is written in documents, folded. */
  written: readonly string[];
}

export const units: readonly Unit[] = [
  // 42 US gallons of 231 cubic inches.
  {
    unit: 'bbl',
    label: 'barrels',
    dimension: 'volume',
    factor: 0.158987294928,
    written: ['bbls', 'barrel', 'barrels'],
  },
  {
    unit: 'm³',
    label: 'cubic metres',
    dimension: 'volume',
    factor: 1,
    written: ['m3', 'cbm', 'cubic metre', 'cubic metres', 'cubic meter', 'cubic meters', 'kl'],
  },
  {
    unit: 'L',
    label: 'litres',
    dimension: 'volume',
    factor: 0.001,
    written: ['l', 'litre', 'litres', 'liter', 'liters'],
  },
  {
    unit: 'US gal',
    label: 'US gallons',
    dimension: 'volume',
    factor: 0.003785411784,
    written: ['us gallon', 'us gallons'],
  },
  {
    unit: 't',
    label: 'tonnes',
    dimension: 'mass',
    factor: 1000,
    written: ['mt', 'tonne', 'tonnes', 'metric ton', 'metric tons', 'metric tonnes'],
  },
  { unit: 'kg', label: 'kilograms', dimension: 'mass', factor: 1, written: ['kgs', 'kilogram', 'kilograms', 'kilo'] },
  {
    unit: 'long ton',
    label: 'long tons',
    dimension: 'mass',
    factor: 1016.0469088,
    written: ['long tons', 'lt', 'imperial ton', 'imperial tons'],
  },
  {
    unit: 'short ton',
    label: 'short tons',
    dimension: 'mass',
    factor: 907.18474,
    written: ['short tons', 'us ton', 'us tons'],
  },
  { unit: 'lb', label: 'pounds', dimension: 'mass', factor: 0.45359237, written: ['lbs', 'pound', 'pounds'] },
  {
    unit: 'nm',
    label: 'nautical miles',
    dimension: 'length',
    factor: 1852,
    written: ['nmi', 'nautical mile', 'nautical miles', 'n.m.'],
  },
  { unit: 'km', label: 'kilometres', dimension: 'length', factor: 1000, written: ['kilometre', 'kilometres', 'kms'] },
  { unit: 'm', label: 'metres', dimension: 'length', factor: 1, written: ['metre', 'metres', 'meter', 'meters'] },
  { unit: 'mi', label: 'statute miles', dimension: 'length', factor: 1609.344, written: ['mile', 'miles'] },
];

export interface Product {
  product: string;
  label: string;
  barrelsPerTonne: number;
  /** Ours to verify before it is printed: a rule of thumb, not a measurement of the cargo. */
  isToVerify: boolean;
}

export const products: readonly Product[] = [
  { product: 'crude', label: 'crude oil', barrelsPerTonne: 7.619, isToVerify: false },
  { product: 'gasoline', label: 'gasoline', barrelsPerTonne: 8.5, isToVerify: true },
  { product: 'diesel', label: 'diesel, gas oil', barrelsPerTonne: 7.5, isToVerify: true },
  { product: 'fuel-oil', label: 'fuel oil', barrelsPerTonne: 6.4, isToVerify: true },
];

export function unitNamed(written: string): Unit | null {
  const exact = units.find(one => one.unit === written.trim());
  if (exact) return exact;
  const wanted = written.trim().toLowerCase().replace(/\.$/, '');
  return units.find(one => one.unit.toLowerCase() === wanted || one.written.includes(wanted)) ?? null;
}

/** Units that an amount can be told in: those of its dimension, and volume for mass where a product is named. */
export function unitsFor(unit: string, product: Product | null): Unit[] {
  const from = unitNamed(unit);
  if (!from) return [];
  return units.filter(
    ({ unit: other, dimension }) =>
      other !== from.unit &&
      (dimension === from.dimension || (product !== null && isBridged(from.dimension, dimension))),
  );
}

function isBridged(left: Dimension, right: Dimension): boolean {
  return left !== 'length' && right !== 'length';
}

/** Null where the two units have nothing to do with each other, or only through a product that nobody named. */
export function convertQuantity(
  { amount, unit }: Quantity,
  toUnit: string,
  product: Product | null,
): NonNullable<StatementDetail['converted']> | null {
  const [from, to] = [unitNamed(unit), unitNamed(toUnit)];
  if (!from || !to || !Number.isFinite(amount)) return null;
  if (from.dimension === to.dimension) {
    const factor = from.factor / to.factor;
    return {
      amount: rounded(amount * factor),
      unit: to.unit,
      factor,
      note: `1 ${from.unit} = ${printed(factor)} ${to.unit}, by definition`,
    };
  }
  if (product === null || !isBridged(from.dimension, to.dimension)) return null;
  const barrel = (unitNamed('bbl') as Unit).factor;
  const tonne = (unitNamed('t') as Unit).factor;
  /** kg in a m³. */
  const density = tonne / (product.barrelsPerTonne * barrel);
  const factor = from.dimension === 'volume' ? (from.factor * density) / to.factor : from.factor / density / to.factor;
  return {
    amount: rounded(amount * factor),
    unit: to.unit,
    factor,
    note: `${product.label}: ${product.barrelsPerTonne} bbl/t${product.isToVerify ? ' (verify)' : ''}; 1 ${from.unit} = ${printed(factor)} ${to.unit}`,
  };
}

/** Not more exact than its factor: six figures. */
function rounded(amount: number): number {
  return Number(amount.toPrecision(6));
}

function printed(factor: number): string {
  return String(Number(factor.toPrecision(7)));
}

const NUMBER = String.raw`[+-]?\d[\d\s.,']*`;
/** `1.6 million barrels`; `USD 120,000`. */
const UNIT_BEHIND = new RegExp(`^(${NUMBER})(thousand|million|billion)?\\s*([\\p{L}$€£¥₩].*)$`, 'iu');
const UNIT_BEFORE = new RegExp(`^([\\p{L}$€£¥₩][\\p{L}$. ]{0,19})\\s?(${NUMBER})(thousand|million|billion)?$`, 'iu');
const WORTH: Readonly<Record<string, number>> = { thousand: 1e3, million: 1e6, billion: 1e9 };

/**
 * An amount as printed: `1,000 bbl`, `3 500 t`, `1.6 million barrels`. Null where it can be read in two ways (`1.500 t`), or not at
 * all; a unit that is not listed stays as written.
 */
export function readQuantity(printedWords: string): Quantity | null {
  const words = printedWords.normalize('NFC').trim();
  const behind = UNIT_BEHIND.exec(words);
  const before = behind ? null : UNIT_BEFORE.exec(words);
  const [, digits = '', worth = '', unit = ''] = behind ?? [];
  const [, currency = '', sum = '', times = ''] = before ?? [];
  const amount = readNumber((digits || sum).trim());
  if (amount === null) return null;
  const scaled = Number((amount * (WORTH[(worth || times).toLowerCase()] ?? 1)).toPrecision(15));
  const written = (unit || currency).trim();
  return { amount: scaled, unit: (unitNamed(written)?.unit ?? written).slice(0, 40) };
}

function readNumber(digits: string): number | null {
  const plain = digits.replace(/[\s']/g, '');
  if (/^[+-]?\d+$/.test(plain)) return Number(plain);
  if (/^[+-]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(plain)) return Number(plain.replaceAll(',', ''));
  if (/^[+-]?\d{1,3}(?:\.\d{3}){2,}$/.test(plain) || /^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/.test(plain))
    return Number(plain.replaceAll('.', '').replace(',', '.'));
  // Thousands in one country, decimals in another.
  if (/^[+-]?[1-9]\d{0,2}\.\d{3}$/.test(plain)) return null;
  if (/^[+-]?\d+\.\d+$/.test(plain)) return Number(plain);
  if (/^[+-]?\d+,\d{1,2}$/.test(plain)) return Number(plain.replace(',', '.'));
  return null;
}
