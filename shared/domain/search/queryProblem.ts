// Why a query cannot be run, in a sentence for the person who typed it; caught by parseQuery, never seen outside.

export class QueryProblem extends Error {
  readonly at: number;

  constructor(message: string, at: number) {
    super(message);
    this.name = 'QueryProblem';
    this.at = at;
  }
}

/** Places are counted from 1 for people, from 0 in code. */
export function atCharacter(at: number): string {
  return `at character ${at + 1}`;
}
