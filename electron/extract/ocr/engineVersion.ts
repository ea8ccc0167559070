/** What recognised pages are said to come from. The package names no release of its own: Tesseract 5.1 and some commits after. */
export const ENGINE = 'tesseract 5';
export const ENGINE_VERSION = 'tesseract.js-core 7.0.0';
