/** Two letters that stand in a node for its kind, and what they mean. */
import { schemaWords } from '../words.ts';

/** `Ve` for a vessel; of two words their first letters. */
export function schemaSign(schema: string): string {
  const words = schemaWords(schema).split(' ');
  if (words.length > 1)
    return words
      .map(word => word.charAt(0).toUpperCase())
      .join('')
      .slice(0, 2);
  return schemaWords(schema).slice(0, 2);
}

/** The kinds that occur, in order, for the legend. Two kinds may share a sign; the legend tells both. */
export function signsOf(schemas: readonly string[]): { sign: string; words: string }[] {
  return [...new Set(schemas)]
    .filter(schema => schema !== '')
    .sort()
    .map(schema => ({ sign: schemaSign(schema), words: schemaWords(schema) }));
}
