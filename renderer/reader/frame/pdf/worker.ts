/** pdf.js's worker, started by us, once a frame, through our Trusted Types policy; else pdf.js falls back to the page's own thread, quietly. */
import { pdfjs } from './pdfjs.ts';

interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}
declare global {
  interface Window {
    trustedTypes?: { createPolicy(name: string, rules: { createScriptURL(url: string): string }): ScriptUrlPolicy };
  }
}

/** Named in the frame's content security policy. */
const POLICY = 'probatum-reader';
const WORKER = new URL('./pdf.worker.mjs', document.baseURI).href;

const rules = {
  createScriptURL(url: string): string {
    if (url !== WORKER) throw new TypeError(`The reader starts no script but its own, not ${url}`);
    return url;
  },
};
const policy = window.trustedTypes?.createPolicy(POLICY, rules) ?? rules;

// Started on import: it parses its own 1.3 MB while the document is still being asked for.
pdfjs.GlobalWorkerOptions.workerPort = new Worker(policy.createScriptURL(WORKER), { type: 'module' });
