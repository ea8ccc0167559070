export { confidenceOf } from './confidence.ts';
export { STIX_TYPE } from './domainObject.ts';
export type { StixTimes } from './makeObjects.ts';
export { COMES_AS, LEAVES_AS, NAMED_TYPES, RELATIONSHIP_TYPES } from './mapping.ts';
export { readStix } from './readStix.ts';
export { ENTITY_EXTENSION, OWN_TYPE, type StixObject, TYPES_EXTENSION } from './stixObject.ts';
export { type StixCase, type StixFinding, type StixSource, writeStix } from './writeStix.ts';
