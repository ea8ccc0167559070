/** Formulas are counted and never evaluated; those that would reach out of the workbook are named. */
import type { ExtractContext } from '../../extractor.ts';

const CALLS =
  /\b(WEBSERVICE|HYPERLINK|IMPORTDATA|IMPORTXML|IMPORTHTML|IMPORTRANGE|IMPORTFEED|IMAGE|RTD|DDE|CALL|REGISTER|REGISTER\.ID|EXEC|SQL\.REQUEST|STOCKHISTORY|CUBE[A-Z]+)\s*\(/i;
/** `cmd|'/c calc'!A0`: a program, its topic and an item. */
const DDE_LINK = /(?:^|[=,(+*/&\s-])'?[A-Za-z][\w. ]*'?\|'?[^'!]*'?!/;
/** `'[Book2.xlsx]Sheet1'!A1`, `[1]Sheet1!A1`, or a path before the brackets. */
const OTHER_BOOK = /\[[^\]\s]+\][^!]{0,200}!|'?(?:file|https?|ftp):\/\/[^']*'?[#!.]/i;
const MAX_NAMED = 5;

export function openFormulaList() {
  let count = 0;
  let calling = 0;
  const named: string[] = [];
  const elsewhere: string[] = [];

  return {
    add(place: () => string, formula: string): void {
      count += 1;
      if (formula === '' || !reachesOut(formula)) return;
      calling += 1;
      if (named.length < MAX_NAMED) named.push(`${place()} =${formula.replace(/^=/, '').slice(0, 80)}`);
    },
    /** A book or a program that the workbook itself lists as referred to. */
    addElsewhere(path: string): void {
      elsewhere.push(path);
    },
    count: () => count,
    tell(warn: ExtractContext['warn']): void {
      if (elsewhere.length > 0)
        warn(
          `The document refers to ${elsewhere.length === 1 ? 'another book or program' : `${elsewhere.length} other books or programs`}, which ${elsewhere.length === 1 ? 'was' : 'were'} not opened: ${elsewhere.slice(0, MAX_NAMED).join('; ')}`,
        );
      if (calling === 0) return;
      warn(
        `${calling === 1 ? 'One formula reaches' : `${calling} formulas reach`} out of the document; nothing was loaded, and the cells show what was last stored: ${named.join('; ')}`,
      );
    },
  };
}

export type FormulaList = ReturnType<typeof openFormulaList>;

export function reachesOut(formula: string): boolean {
  // Words in quotes are data: "call (me)" calls nobody.
  const bare = formula.replace(/"(?:[^"]|"")*"/g, '""');
  return CALLS.test(bare) || DDE_LINK.test(bare) || OTHER_BOOK.test(bare);
}
