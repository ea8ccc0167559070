export { findMatches, matchesPage } from './findMatches.ts';
export { makeSnippet, type Snippet, type SnippetOptions, snippetParts } from './makeSnippet.ts';
export { type OperatorHint, operatorHints } from './operatorHints.ts';
export { parseQuery } from './parseQuery.ts';
export * from './searchQuery.ts';
export { toFtsMatch } from './toFtsMatch.ts';
