export {
  type FtmEdge,
  type FtmProperty,
  type FtmSchema,
  isA,
  schemaNamed,
  schemaNames,
  schemaOrThing,
  valuesOfType,
} from './model.ts';
export {
  commonSchema,
  type EdgeWords,
  edgeWords,
  type EntityKind,
  everydaySchemata,
  kindOfSchema,
} from './schemaKind.ts';
