/** Options of the fields of a statement, in words. Pure. */
import { credibilityWords } from '../../../shared/domain/source.ts';

export const credibilityOptions = ([1, 2, 3, 4, 5, 6] as const).map(value => ({
  value: String(value),
  label: `${value} – ${credibilityWords[value]}`,
}));
