/** Rising numbers as text: each as its distance from the one before, five bits a character, the low ones first. */
const SIGNS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_';
const MORE = 32;

/** @throws RangeError where the numbers do not rise */
export function packPostings(numbers: Iterable<number>): string {
  let packed = '';
  let before = -1;
  for (const number of numbers) {
    let rest = number - before - 1;
    if (rest < 0) throw new RangeError('postings must rise');
    before = number;
    while (rest >= MORE) {
      packed += SIGNS[(rest % MORE) + MORE];
      rest = Math.floor(rest / MORE);
    }
    packed += SIGNS[rest];
  }
  return packed;
}

export function unpackPostings(packed: string): number[] {
  const numbers: number[] = [];
  let before = -1;
  let [rest, worth] = [0, 1];
  for (const sign of packed) {
    const value = SIGNS.indexOf(sign);
    rest += (value % MORE) * worth;
    worth *= MORE;
    if (value >= MORE) continue;
    before += rest + 1;
    numbers.push(before);
    [rest, worth] = [0, 1];
  }
  return numbers;
}
