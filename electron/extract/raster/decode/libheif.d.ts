/** The build of libheif with its WebAssembly inside; it brings types for another entry only. */
declare module 'libheif-js/libheif-wasm/libheif-bundle.mjs' {
  export interface HeifImage {
    get_width(): number;
    get_height(): number;
    is_primary(): boolean;
    display(
      into: { data: Uint8ClampedArray | Uint8Array; width: number; height: number },
      done: (shown: unknown) => void,
    ): void;
    free(): void;
  }
  export interface HeifDecoder {
    decoder: unknown;
    decode(bytes: Uint8Array): HeifImage[];
  }
  export interface Libheif {
    HeifDecoder: new () => HeifDecoder;
    heif_context_free(context: unknown): void;
  }
  export default function init(options?: object): Promise<Libheif>;
}
