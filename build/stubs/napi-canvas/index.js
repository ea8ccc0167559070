// Says that there is no canvas, as if the package were not installed: pdf.js and jsdom both ask in a try.
const missing = new Error("Cannot find module '@napi-rs/canvas'");
missing.code = 'MODULE_NOT_FOUND';
throw missing;
