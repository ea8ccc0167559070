/** The record with the fields that a change gives; a field given as `undefined` (what a window sends for "no change") is none. */
export function withChange<Whole extends object, Change extends object>(before: Whole, change: Change): Whole & Change {
  return { ...before, ...givenFields(change) } as Whole & Change;
}

export function givenFields<Change extends object>(change: Change): Partial<Change> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined)) as Partial<Change>;
}
