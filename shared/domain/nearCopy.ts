/** Near copies: a sketch of a text that is alike where texts are alike. */

export interface TextSketch {
  add(text: string): void;
  /** 64 unsigned 32-bit numbers, or null where there is too little text to tell. */
  result(): number[] | null;
}

export function openTextSketch(): TextSketch {
  return { add: () => {}, result: () => null };
}
