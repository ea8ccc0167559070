export { checkIdentifier, type IdentifierVerdict } from './identifier.ts';
export { type IdentifierKind, identifierKindNamed, identifierKinds, identifierWords } from './kinds.ts';
