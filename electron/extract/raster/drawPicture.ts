/** Draws pictures that Chromium does not draw, and all of them for OCR: upright, on a white ground, grey where grey. */
import type { OpenDrawer } from '../drawers.ts';
import { openPicture } from './openPicture.ts';

export const openPictureDrawer: OpenDrawer = async ({ source, detected, limits, assets }) => {
  const picture = await openPicture({ source, mediaType: detected.mediaType, limits, assets });
  return {
    pageCount: picture.pageCount,
    draw: (pageIndex, { maxPixels }) => picture.draw(pageIndex, maxPixels, () => {}),
    close: picture.close,
  };
};
