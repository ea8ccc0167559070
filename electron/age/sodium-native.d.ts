/** The two functions of sodium-native that we call; the package brings no types. */
declare module 'sodium-native' {
  const sodium: {
    /** Writes `message.length + 16` bytes into `sealed`. */
    crypto_aead_chacha20poly1305_ietf_encrypt(
      sealed: Uint8Array,
      message: Uint8Array,
      additional: null,
      secretNonce: null,
      nonce: Uint8Array,
      key: Uint8Array,
    ): number;
    /** Throws where the seal does not fit. */
    crypto_aead_chacha20poly1305_ietf_decrypt(
      message: Uint8Array,
      secretNonce: null,
      sealed: Uint8Array,
      additional: null,
      nonce: Uint8Array,
      key: Uint8Array,
    ): number;
  };
  export default sodium;
}
