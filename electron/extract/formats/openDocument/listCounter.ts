/** Counts the points of lists in OpenDocument text, whose numbers stand in no text. */
import { listNumber } from '../docx/listNumber.ts';
import { type DocumentStyles, type ListLevel, OUTLINE_LIST } from './documentStyles.ts';

const FORMATS: Readonly<Record<string, string>> = {
  '1': 'decimal',
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
  '一, 二, 三, ...': 'chineseCounting',
  '가, 나, 다, ...': 'ganada',
  '①, ②, ③, ...': 'decimalEnclosedCircle',
};

export function openListCounter(styles: DocumentStyles) {
  const open: { style: string; id: string }[] = [];
  /** The counts of each list by its id or style, so that a list may be continued. */
  const counts = new Map<string, number[]>();
  let hasMark = false;

  function label(style: string, level: number, numbers: readonly number[]): string {
    const look = styles.lists.get(`${style}/${level}`);
    if (look === undefined) return '';
    if (look.isBullet) return '• ';
    const shown: string[] = [];
    for (let at = Math.max(1, level - look.shown + 1); at <= level; at += 1) {
      const format = styles.lists.get(`${style}/${at}`)?.format ?? '';
      if (format !== '') shown.push(listNumber(numbers[at - 1] ?? 1, FORMATS[format] ?? 'decimal'));
    }
    const text = shown.length === 0 ? '' : `${look.prefix}${shown.join('.')}${look.suffix}`.trim();
    return text === '' ? '' : `${text} `;
  }

  function count(numbers: number[], level: number, look: ListLevel | undefined): void {
    numbers[level - 1] = (numbers[level - 1] ?? (look?.start ?? 1) - 1) + 1;
    numbers.length = level;
  }

  return {
    openList(style: string | undefined, id: string | undefined, continues: boolean): void {
      const outer = open.at(-1);
      const name = style ?? outer?.style ?? '';
      const key = outer?.id ?? (id !== undefined && counts.has(id) ? id : name);
      open.push({ style: name, id: key });
      if (outer === undefined && !continues) counts.set(key, []);
      if (outer === undefined && id !== undefined) counts.set(id, counts.get(key) ?? []);
    },
    closeList(): void {
      open.pop();
      hasMark = false;
    },
    openItem(): void {
      const list = open.at(-1);
      if (list === undefined) return;
      const numbers = counts.get(list.id) ?? [];
      counts.set(list.id, numbers);
      count(numbers, open.length, styles.lists.get(`${list.style}/${open.length}`));
      hasMark = true;
    },
    closeItem(): void {
      hasMark = false;
    },
    isInList: () => open.length > 0,
    /** What stands before the first paragraph of the point; nothing before the others. */
    mark(): string {
      const list = open.at(-1);
      if (list === undefined || !hasMark) return '';
      hasMark = false;
      return label(list.style, open.length, counts.get(list.id) ?? []);
    },
    heading(level: number): string {
      const look = styles.lists.get(`${OUTLINE_LIST}/${level}`);
      if (look === undefined || look.format === '') return '';
      const numbers = counts.get(OUTLINE_LIST) ?? [];
      counts.set(OUTLINE_LIST, numbers);
      count(numbers, level, look);
      return label(OUTLINE_LIST, level, numbers);
    },
  };
}
