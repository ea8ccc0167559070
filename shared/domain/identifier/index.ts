export { checkIdentifier, type IdentifierVerdict } from './identifier.ts';
export { isFormOnly } from './rule.ts';
export { type IdentifierKind, identifierKindNamed, identifierKinds, identifierWords } from './kinds.ts';
