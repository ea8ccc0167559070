const SIGNS: readonly (readonly [worth: number, sign: string])[] = [
  [1000, 'M'],
  [900, 'CM'],
  [500, 'D'],
  [400, 'CD'],
  [100, 'C'],
  [90, 'XC'],
  [50, 'L'],
  [40, 'XL'],
  [10, 'X'],
  [9, 'IX'],
  [5, 'V'],
  [4, 'IV'],
  [1, 'I'],
];

/** Beyond it the digits are easier to read than a row of M. */
const MOST = 5000;

/** `XIV` for 14; what has no Roman numeral stays in digits. */
export function romanNumeral(value: number): string {
  if (!Number.isInteger(value) || value < 1 || value > MOST) return String(value);
  let rest = value;
  let text = '';
  for (const [worth, sign] of SIGNS) {
    while (rest >= worth) {
      text += sign;
      rest -= worth;
    }
  }
  return text;
}
