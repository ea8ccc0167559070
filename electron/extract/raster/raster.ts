/** A page as pixels. */

export interface Raster {
  width: number;
  height: number;
  /** 1: grey; 3: RGB; 4: RGBA, not premultiplied. 8 bits each, rows from the top without padding. */
  channels: 1 | 3 | 4;
  data: Uint8Array;
  /** The PDF page's own rotation, clockwise, which these pixels have already: places on the page are told before it. */
  rotation?: 0 | 90 | 180 | 270;
  /** Of a PDF page, where asked for. */
  glyphs?: Glyphs;
}

/** The characters of a page's text layer, and where each is drawn: x, y, width, height as shares of the picture. */
export interface Glyphs {
  text: string;
  /** Four for each unit of `text`. */
  boxes: Float32Array;
}
