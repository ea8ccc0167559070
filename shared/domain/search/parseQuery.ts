// From what was typed to what is searched. Forgiving: a stray operator is searched as a word, with a warning; only what
// cannot be understood at all is refused, with its place.

import { indexTokens } from '../text/index.ts';
import { parseFieldCondition } from './fieldCondition.ts';
import { type Lexeme, lexQuery } from './lexQuery.ts';
import { atCharacter, QueryProblem } from './queryProblem.ts';
import { requirePositive } from './requirePositive.ts';
import type { FieldFilter, ParsedQuery, QueryNode, QueryWarning, TermNode } from './searchQuery.ts';

/** FTS5's own default. */
const DEFAULT_NEAR = 10;
/** Deeper nesting is nobody's question, and FTS5 refuses expressions deeper than 256. */
const MAX_DEPTH = 40;

export function parseQuery(input: string): ParsedQuery {
  try {
    const reader = new QueryReader(lexQuery(input));
    const text = reader.readAll();
    if (text) requirePositive(text);
    return { ok: true, query: { text, fields: reader.fields }, warnings: reader.warnings };
  } catch (error) {
    if (error instanceof QueryProblem) return { ok: false, message: error.message, at: error.at };
    throw error;
  }
}

class QueryReader {
  readonly fields: FieldFilter[] = [];
  readonly warnings: QueryWarning[] = [];
  private readonly lexemes: readonly Lexeme[];
  private next = 0;
  private depth = 0;

  constructor(lexemes: readonly Lexeme[]) {
    this.lexemes = lexemes;
  }

  readAll(): QueryNode | null {
    const nodes: QueryNode[] = [];
    while (this.peek()) {
      pushNode(nodes, this.readOr());
      const stray = this.peek();
      if (stray?.kind === 'close') {
        this.warn(`The “)” ${atCharacter(stray.at)} closes nothing and was passed over`, stray.at);
        this.next += 1;
      }
    }
    return joined('and', nodes);
  }

  private readOr(): QueryNode | null {
    const nodes = [this.readAnd()];
    for (let or = this.peek(); or?.kind === 'operator' && or.operator === 'OR'; or = this.peek()) {
      this.next += 1;
      const before = this.fields.length;
      const node = this.readAnd();
      this.warnOfFieldInChoice(nodes.at(-1) ?? null, node, before, or.at);
      nodes.push(node);
    }
    return joined(
      'or',
      nodes.filter(node => node !== null),
    );
  }

  /** Fields narrow the whole search; `type:pdf OR type:eml` works since same-named fields are alternatives anyway. */
  private warnOfFieldInChoice(left: QueryNode | null, right: QueryNode | null, before: number, at: number): void {
    const added = this.fields.slice(before);
    const previous = this.fields[before - 1];
    const fieldOnly = (right === null && added.length > 0) || (left === null && previous !== undefined);
    const sameField = left === null && right === null && added.every(each => each.field === previous?.field);
    if (fieldOnly && !sameField) {
      this.warn(`A field narrows the whole search; the “OR” ${atCharacter(at)} does not make it a choice`, at);
    }
  }

  private readAnd(): QueryNode | null {
    const nodes: QueryNode[] = [];
    const fieldsBefore = this.fields.length;
    for (let lexeme = this.peek(); lexeme; lexeme = this.peek()) {
      if (lexeme.kind === 'close') break;
      if (lexeme.kind === 'operator' && lexeme.operator !== 'NOT') {
        const hasLeft = nodes.length > 0 || this.fields.length > fieldsBefore;
        const joins = hasLeft && this.startsOperand(this.next + 1);
        if (joins && lexeme.operator === 'OR') break;
        if (joins) this.next += 1;
        else pushNode(nodes, this.strayWord(lexeme, lexeme.operator));
        continue;
      }
      pushNode(nodes, this.readUnary());
    }
    return joined('and', nodes);
  }

  private readUnary(): QueryNode | null {
    const lexeme = this.peek();
    if (lexeme?.kind === 'minus' || (lexeme?.kind === 'operator' && lexeme.operator === 'NOT')) {
      if (!this.startsOperand(this.next + 1)) return this.strayWord(lexeme, lexeme.kind === 'minus' ? '-' : 'NOT');
      this.next += 1;
      const following = this.peek();
      if (following?.kind === 'field') return this.readField(following, true);
      this.enter(lexeme.at);
      const node = this.readUnary();
      this.depth -= 1;
      if (!node) return null;
      return node.kind === 'not' ? node.node : { kind: 'not', node, at: lexeme.at };
    }
    return this.readNearChain();
  }

  /** `a NEAR/5 b`, and `a NEAR b NEAR c` as one group. */
  private readNearChain(): QueryNode | null {
    const first = this.readPrimary();
    const terms: TermNode[] = first?.kind === 'term' ? [first] : [];
    let distance: number | null = null;
    for (let near = this.peek(); near?.kind === 'near' && terms.length > 0; near = this.peek()) {
      const operand = this.lexemes[this.next + 1];
      if (operand?.kind !== 'word' && operand?.kind !== 'phrase') break;
      this.next += 1;
      const term = this.readTerm(operand);
      if (term) terms.push(term);
      distance = Math.max(distance ?? 0, near.distance ?? DEFAULT_NEAR);
    }
    if (distance === null || terms.length < 2 || !first) return first;
    return { kind: 'near', terms, distance, at: first.at };
  }

  private readPrimary(): QueryNode | null {
    const lexeme = this.peek();
    if (!lexeme) return null;
    switch (lexeme.kind) {
      case 'word':
      case 'phrase':
        return this.readTerm(lexeme);
      case 'field':
        return this.readField(lexeme, false);
      case 'near':
        return this.readNearGroup(lexeme);
      case 'open':
        return this.readGroup(lexeme.at);
      case 'comma':
        this.next += 1;
        return null;
      default:
        // The callers have dealt with ) AND OR NOT and minus; whatever comes here all the same is passed over.
        this.next += 1;
        return null;
    }
  }

  private readGroup(at: number): QueryNode | null {
    this.next += 1;
    this.enter(at);
    const node = this.readOr();
    this.depth -= 1;
    if (this.peek()?.kind !== 'close') throw new QueryProblem(`Unclosed parenthesis ${atCharacter(at)}`, at);
    this.next += 1;
    return node;
  }

  private readNearGroup(near: Lexeme & { kind: 'near' }): QueryNode | null {
    if (this.lexemes[this.next + 1]?.kind !== 'open') return this.strayWord(near, 'NEAR');
    this.next += 2;
    const terms: TermNode[] = [];
    let distance = near.distance ?? DEFAULT_NEAR;
    for (let lexeme = this.peek(); lexeme?.kind !== 'close'; lexeme = this.peek()) {
      if (!lexeme) throw new QueryProblem(`Unclosed parenthesis ${atCharacter(near.at)}`, near.at);
      if (lexeme.kind === 'comma') {
        const number = this.lexemes[this.next + 1];
        const closes = this.lexemes[this.next + 2]?.kind === 'close';
        this.next += 1;
        if (number?.kind === 'word' && closes && /^\d{1,4}$/.test(number.text)) {
          distance = Number(number.text);
          this.next += 1;
        }
      } else if (lexeme.kind === 'word' || lexeme.kind === 'phrase') {
        const term = this.readTerm(lexeme);
        if (term) terms.push(term);
      } else {
        throw new QueryProblem(`NEAR takes words and phrases only (${atCharacter(lexeme.at)})`, lexeme.at);
      }
    }
    this.next += 1;
    const [only] = terms;
    return terms.length < 2 ? (only ?? null) : { kind: 'near', terms, distance, at: near.at };
  }

  private readField(lexeme: Lexeme & { kind: 'field' }, negated: boolean): TermNode | null {
    this.next += 1;
    if (lexeme.value.trim() === '') {
      this.warn(`“${lexeme.field}:” ${atCharacter(lexeme.at)} has no value and was searched as a word`, lexeme.at);
      return { kind: 'term', tokens: [lexeme.field], prefix: false, text: lexeme.field, at: lexeme.at };
    }
    const condition = parseFieldCondition(lexeme.field, lexeme.value, lexeme.at);
    this.fields.push({ ...condition, negated, at: lexeme.at });
    return null;
  }

  private readTerm(lexeme: Lexeme & { kind: 'word' | 'phrase' }): TermNode | null {
    this.next += 1;
    const tokens = indexTokens(lexeme.text);
    if (tokens.length === 0) {
      const shown = lexeme.text.trim() === '' ? 'The empty phrase' : `“${lexeme.text}”`;
      this.warn(`${shown} ${atCharacter(lexeme.at)} has no letters or digits and was passed over`, lexeme.at);
      return null;
    }
    if (lexeme.kind === 'word' && /^\p{L}{2,}:./u.test(lexeme.text) && !lexeme.text.includes('://')) {
      const name = lexeme.text.slice(0, lexeme.text.indexOf(':'));
      this.warn(`“${name}:” is no field; “${lexeme.text}” was searched as words`, lexeme.at);
    }
    return { kind: 'term', tokens, prefix: lexeme.prefix, text: lexeme.text, at: lexeme.at };
  }

  private strayWord(lexeme: Lexeme, text: string): TermNode | null {
    this.next += 1;
    this.warn(`“${text}” ${atCharacter(lexeme.at)} has nothing to join and was searched as a word`, lexeme.at);
    const tokens = indexTokens(text);
    return tokens.length === 0 ? null : { kind: 'term', tokens, prefix: false, text, at: lexeme.at };
  }

  private startsOperand(index: number): boolean {
    const lexeme = this.lexemes[index];
    if (!lexeme || lexeme.kind === 'close' || lexeme.kind === 'comma') return false;
    if (lexeme.kind === 'operator') return lexeme.operator === 'NOT' && this.startsOperand(index + 1);
    return lexeme.kind === 'minus' ? this.startsOperand(index + 1) : true;
  }

  private enter(at: number): void {
    this.depth += 1;
    if (this.depth > MAX_DEPTH) throw new QueryProblem(`Nested too deeply ${atCharacter(at)}`, at);
  }

  private peek(): Lexeme | undefined {
    return this.lexemes[this.next];
  }

  private warn(message: string, at: number): void {
    this.warnings.push({ message, at });
  }
}

function joined(kind: 'and' | 'or', nodes: QueryNode[]): QueryNode | null {
  const [first] = nodes;
  if (!first || nodes.length === 1) return first ?? null;
  return { kind, nodes, at: first.at };
}

function pushNode(nodes: QueryNode[], node: QueryNode | null): void {
  if (node) nodes.push(node);
}
