import { describe, expect, it } from 'vitest';
import { operatorHints } from '../../../../shared/domain/search/index.ts';

const offered = (input: string, caret = input.length) =>
  operatorHints(input, caret).map(hint =>
    hint.kind === 'insert' ? hint.insert.trim() : `${hint.field}=${hint.typed}`,
  );

describe('hints', () => {
  it('offer fields that begin as typed, and operators after a word', () => {
    expect(offered('ca')).toEqual(['case:']);
    expect(offered('coal N')).toEqual(['NOT', 'NEAR/10']);
    expect(offered('coal ').slice(0, 5)).toEqual(['AND', 'OR', 'NOT', 'NEAR/10', 'case:']);
    expect(offered('coal AND ')).not.toContain('AND');
    expect(offered('-so')).toEqual(['source:']);
  });

  it('offer values, or say whose values the caller should offer', () => {
    expect(offered('has:p')).toEqual(['passage', 'problem', 'password']);
    expect(offered('coal case:No')).toEqual(['case=No']);
  });

  it('offer nothing inside quotes', () => {
    expect(offered('"coal ')).toEqual([]);
  });

  it('replace just what was typed before the caret', () => {
    expect(operatorHints('coal ha more', 7)).toMatchObject([{ insert: 'has:', from: 5, to: 7 }]);
  });
});
