/** Who may have it: FIRST's TLP 2.0 labels and the UN classes (ST/SGB/2007/6), in their exact wording. */
import { z } from 'zod';

export const handlingMarks = [
  'TLP:CLEAR',
  'TLP:GREEN',
  'TLP:AMBER',
  'TLP:AMBER+STRICT',
  'TLP:RED',
  'UN unclassified',
  'UN confidential',
  'UN strictly confidential',
] as const;

export const HandlingMark = z.enum(handlingMarks);
export type HandlingMark = z.infer<typeof HandlingMark>;

const strictness: Record<HandlingMark, number> = {
  'TLP:CLEAR': 0,
  'UN unclassified': 1,
  'TLP:GREEN': 1,
  'TLP:AMBER': 2,
  'TLP:AMBER+STRICT': 3,
  'UN confidential': 3,
  'UN strictly confidential': 4,
  'TLP:RED': 4,
};

/** The strictest mark of what went in flows to what comes out (domain.md b.5). */
export function strictestMark(marks: readonly HandlingMark[]): HandlingMark {
  return marks.reduce<HandlingMark>(
    (worst, mark) => (strictness[mark] > strictness[worst] ? mark : worst),
    'TLP:CLEAR',
  );
}
