// What a search asks for once its words are understood.

/** One word or phrase: folded tokens in order. Words of Chinese, Japanese or Korean are phrases of single characters. */
export interface TermNode {
  kind: 'term';
  tokens: string[];
  /** The last token may go on: `tank*`. */
  prefix: boolean;
  /** As typed, for messages and headings. */
  text: string;
  at: number;
}

export interface NearNode {
  kind: 'near';
  terms: TermNode[];
  /** At most this many tokens between the end of each term and the start of the last one, as FTS5 counts. */
  distance: number;
  at: number;
}

export type QueryNode =
  | TermNode
  | NearNode
  | { kind: 'and' | 'or'; nodes: QueryNode[]; at: number }
  | { kind: 'not'; node: QueryNode; at: number };

export type Reliability = 'A' | 'B' | 'C' | 'D' | 'E' | 'F';
export const HAS_VALUES = ['passage', 'attachment', 'citation', 'problem', 'password'] as const;
export type HasValue = (typeof HAS_VALUES)[number];

/**
 * A condition on the exhibit rather than its words. Filters of the same field are alternatives (`type:pdf type:eml`),
 * different fields must all hold; a negated one must not hold.
 */
export type FieldFilter = { negated: boolean; at: number } & FieldCondition;

export type FieldCondition =
  | { field: 'case' | 'type' | 'lang' | 'source' | 'exhibit'; value: string }
  | { field: 'grade'; reliability: Reliability | null; credibility: number | null }
  /** Calendar days, both inclusive; `2021-03` has been widened to its first and last day. */
  | { field: 'date'; from: string | null; to: string | null }
  | { field: 'has'; value: HasValue };

export type FieldName = FieldCondition['field'];
export const FIELD_NAMES = ['case', 'type', 'lang', 'source', 'grade', 'date', 'exhibit', 'has'] as const;

export interface SearchQuery {
  text: QueryNode | null;
  fields: FieldFilter[];
}

export interface QueryWarning {
  message: string;
  at: number;
}

export type ParsedQuery =
  | { ok: true; query: SearchQuery; warnings: QueryWarning[] }
  | { ok: false; message: string; at: number };
