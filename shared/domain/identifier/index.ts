export {
  checkIdentifier,
  type IdentifierKind,
  identifierKinds,
  type IdentifierVerdict,
  identifierWords,
} from './identifier.ts';
