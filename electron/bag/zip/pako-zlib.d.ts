/** What we call of pako's inner functions, which zlib's own manual describes; the package has types for its outer ones alone. */
declare module 'pako/lib/zlib/deflate.js' {
  import type ZStream from 'pako/lib/zlib/zstream.js';
  const zlib: {
    deflateInit2(
      stream: ZStream,
      level: number,
      method: number,
      bits: number,
      memory: number,
      strategy: number,
    ): number;
    deflateReset(stream: ZStream): number;
    /** Takes from `input`, writes to `output`; answers a status. */
    deflate(stream: ZStream, flush: number): number;
  };
  export default zlib;
}

declare module 'pako/lib/zlib/zstream.js' {
  export default class ZStream {
    input: Uint8Array;
    next_in: number;
    avail_in: number;
    output: Uint8Array;
    next_out: number;
    avail_out: number;
  }
}
