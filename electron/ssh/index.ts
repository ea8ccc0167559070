export { allowedSignersLine, principalOf } from './allowedSigners.ts';
export { fingerprintOf, isSigningPublicKey } from './publicKey.ts';
export { newSigningKey, publicKeyOf, type SigningKey } from './signingKey.ts';
export { digestMessage, type SshMessage, signSsh } from './signSsh.ts';
export { type SshFailure, type SshVerdict, verifySsh } from './verifySsh.ts';
