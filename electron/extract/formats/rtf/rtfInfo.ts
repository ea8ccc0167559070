/** The properties that an RTF document states in its `\info` group, and how its dates are written. */

/** Control words of `\info` that open a group with a value, and what we call it. */
export const INFO_TEXTS: Readonly<Record<string, string>> = {
  title: 'title',
  subject: 'subject',
  author: 'author',
  operator: 'lastModifiedBy',
  manager: 'manager',
  company: 'company',
  category: 'category',
  keywords: 'keywords',
  comment: 'comment',
  doccomm: 'description',
  hlinkbase: 'hyperlinkBase',
};
export const INFO_DATES: Readonly<Record<string, string>> = {
  creatim: 'created',
  revtim: 'modified',
  printim: 'lastPrinted',
};
export const INFO_NUMBERS: Readonly<Record<string, string>> = {
  version: 'revision',
  edmins: 'totalEditingMinutes',
  nofpages: 'pages',
  nofwords: 'words',
};

/** `\yr2011\mo9\dy17`: the parts that are given, without a zone, because the document gives none. */
export function statedDate(parts: ReadonlyMap<string, number>): string {
  const part = (name: string, digits: number) => String(parts.get(name) ?? 0).padStart(digits, '0');
  if ((parts.get('yr') ?? 0) <= 0) return '';
  const day = `${part('yr', 4)}-${part('mo', 2)}-${part('dy', 2)}`;
  return parts.has('hr') || parts.has('min') ? `${day}T${part('hr', 2)}:${part('min', 2)}` : day;
}

/** A date packed into one number: six bits of minutes, five of hours, five of days, four of months, nine of years. */
export function packedDate(value: number): string {
  // No month: the field was left at nothing.
  if (((value >>> 16) & 0xf) === 0) return '';
  const two = (part: number) => String(part).padStart(2, '0');
  const year = 1900 + ((value >>> 20) & 0x1ff);
  return `${year}-${two((value >>> 16) & 0xf)}-${two((value >>> 11) & 0x1f)}T${two((value >>> 6) & 0x1f)}:${two(value & 0x3f)}`;
}
