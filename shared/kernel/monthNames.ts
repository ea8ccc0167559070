/** Months in the languages of the papers, by their first letters; case and a point after a short form do not matter. */

const MONTHS: readonly (readonly string[])[] = [
  ['january', 'января', 'январь', 'janvier', 'enero', 'januar'],
  ['february', 'февраля', 'февраль', 'février', 'febrero', 'februar'],
  ['march', 'марта', 'март', 'mars', 'marzo', 'märz'],
  ['april', 'апреля', 'апрель', 'avril', 'abril'],
  ['may', 'мая', 'май', 'mai', 'mayo'],
  ['june', 'июня', 'июнь', 'juin', 'junio', 'juni'],
  ['july', 'июля', 'июль', 'juillet', 'julio', 'juli'],
  ['august', 'августа', 'август', 'août', 'agosto'],
  ['september', 'сентября', 'сентябрь', 'septembre', 'septiembre'],
  ['october', 'октября', 'октябрь', 'octobre', 'octubre', 'oktober'],
  ['november', 'ноября', 'ноябрь', 'novembre', 'noviembre'],
  ['december', 'декабря', 'декабрь', 'décembre', 'diciembre', 'dezember'],
];
const SHORTEST = 3;

/** 1 to 12; null for a word that is no month, or begins two of them (`jui`). */
export function monthOf(word: string): number | null {
  const wanted = word.toLowerCase().replace(/\.$/, '');
  const exact = MONTHS.findIndex(names => names.includes(wanted));
  if (exact >= 0) return exact + 1;
  if (wanted.length < SHORTEST) return null;
  const begun = MONTHS.flatMap((names, at) => (names.some(name => name.startsWith(wanted)) ? [at + 1] : []));
  return begun.length === 1 ? (begun[0] ?? null) : null;
}
