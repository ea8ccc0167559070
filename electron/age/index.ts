export { type AgeHeader, readAgeHeader } from './ageHeader.ts';
export { type AgeIdentity, isRecipient, newAgeIdentity, recipientOf } from './ageKeys.ts';
export type { OpenKeys, SealTo } from './fileKey.ts';
export { type OpenOptions, openStream } from './openStream.ts';
export { type SealOptions, sealStream } from './sealStream.ts';
