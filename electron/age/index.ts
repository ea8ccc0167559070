export { type AgeHeader, readAgeHeader } from './ageHeader.ts';
export { type AgeIdentity, isRecipient, newAgeIdentity, recipientOf } from './ageKeys.ts';
export type { OpenKeys, SealTo } from './fileKey.ts';
export { type OpenOptions, openStream } from './openStream.ts';
export { type SealOptions, sealStream } from './sealStream.ts';
export { type PassingDigest, sealFile, type SealFileOptions, type StartDigest } from './sealFile.ts';
export type { SealedFile } from './sealerMessages.ts';
