/** What is used of Tesseract as WebAssembly; the package has no types of its own. */
declare module 'tesseract.js-core/tesseract-core-simd-lstm.js' {
  export interface TessBaseApi {
    /** 0 where it went well; `mode` 1 is the neural network alone. */
    Init(folder: string, languages: string, mode: number): number;
    End(): void;
    Clear(): void;
    SetVariable(name: string, value: string): boolean;
    SetPageSegMode(mode: number): void;
    /** Reads `/input` from the file system in memory; 0 where it went well. */
    SetImageFile(exifOrientation: number, radians: number): number;
    SetSourceResolution(dpi: number): void;
    FindLines(): number;
    /** How much the lines that were found rise, as a slope. */
    GetGradient(): number;
    Recognize(monitor: null): number;
    GetTSVText(page: number): string;
    Version(): string;
  }

  export interface TesseractModule {
    FS: {
      writeFile(path: string, bytes: Uint8Array): void;
      unlink(path: string): void;
    };
    TessBaseAPI: new () => TessBaseApi;
    destroy(api: TessBaseApi): void;
  }

  export default function load(options: {
    wasmBinary: Uint8Array;
    print(line: string): void;
    printErr(line: string): void;
    TesseractProgress(percent: number): void;
  }): Promise<TesseractModule>;
}
