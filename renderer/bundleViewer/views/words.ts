/** Dates and sizes as a reader expects them. */
import { describeDate, type EdtfDate, isEdtf } from '../../../shared/kernel/dates.ts';

/** An EDTF date in words; whatever is none is printed as it was written. */
export function dateWords(date: string): string {
  return isEdtf(date) ? describeDate(date as EdtfDate) : date;
}

/** `22 November 2026, 04:30 UTC`. */
export function instantWords(at: string): string {
  return `${dateWords(at.slice(0, 10))}, ${at.slice(11, 16)} UTC`;
}

export function sizeWords(bytes: number): string {
  if (bytes < 1000) return `${bytes} B`;
  const [size, unit] = bytes < 1e6 ? [bytes / 1e3, 'kB'] : bytes < 1e9 ? [bytes / 1e6, 'MB'] : [bytes / 1e9, 'GB'];
  return `${size < 10 ? size.toFixed(1) : Math.round(size)} ${unit}`;
}

export function counted(count: number, one: string, many = `${one}s`): string {
  return `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
}

/** `PublicBody` as people write it. The label of the model would bring the whole model with it. */
export function schemaWords(schema: string): string {
  const words = schema.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** `exhibit-admitted` as people write it. */
export function actionWords(action: string): string {
  const words = action.replaceAll('-', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
