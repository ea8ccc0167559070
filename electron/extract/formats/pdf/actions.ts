/** What a PDF would do if a reader let it: scripts of the document, links that start programs or open other files. */
import type { ExtractContext } from '../../extractor.ts';
import { type Pdfium, readString, withMemory } from './pdfium.ts';

/** Of `FPDFAction_GetType`; addresses of the web are left out, since every letterhead has one. */
const OTHER_FILE = 2;
const PROGRAM = 4;
const MOST_SCRIPTS = 100;

export interface PdfActions {
  look(page: number): void;
  /** The scripts as written, for the metadata: evidence of what was meant to happen. */
  scripts(): string | undefined;
  warn(context: ExtractContext): void;
}

export function openActions(module: Pdfium, document: number): PdfActions {
  let programs = 0;
  let otherFiles = 0;
  const scripts = readScripts(module, document);
  return {
    look(page) {
      eachLink(module, page, link => {
        const action = module.FPDFLink_GetAction(link);
        const type = action === 0 ? 0 : module.FPDFAction_GetType(action);
        if (type === PROGRAM) programs += 1;
        if (type === OTHER_FILE) otherFiles += 1;
      });
    },
    scripts: () => (scripts.length === 0 ? undefined : scripts.join(' · ')),
    warn(context) {
      const say = (count: number, sentence: string) => count > 0 && context.warn(sentence);
      say(
        scripts.length,
        `The PDF holds scripts (${scripts.length}), which never run here; they stand in its metadata.`,
      );
      say(programs, `The PDF has links that would start a program (${programs}); the reader never does.`);
      say(otherFiles, `The PDF has links that would open another file (${otherFiles}); the reader never does.`);
    },
  };
}

function readScripts(module: Pdfium, document: number): string[] {
  const count = Math.min(MOST_SCRIPTS, Math.max(0, module.FPDFDoc_GetJavaScriptActionCount(document)));
  return Array.from({ length: count }, (_, index) => {
    const script = module.FPDFDoc_GetJavaScriptAction(document, index);
    if (script === 0) return 'a script that cannot be read';
    try {
      const name = readString(module, (at, bytes) => module.FPDFJavaScriptAction_GetName(script, at, bytes));
      const text = readString(module, (at, bytes) => module.FPDFJavaScriptAction_GetScript(script, at, bytes));
      return `${name}: ${text}`;
    } finally {
      module.FPDFDoc_CloseJavaScriptAction(script);
    }
  });
}

function eachLink(module: Pdfium, page: number, use: (link: number) => void): void {
  withMemory(module, 8, position => {
    const view = () => new DataView(module.pdfium.HEAPU8.buffer);
    view().setInt32(position, 0, true);
    // A link list that leads back into itself would never end.
    for (let guard = 0; guard < 10_000; guard += 1) {
      if (!module.FPDFLink_Enumerate(page, position, position + 4)) return;
      use(view().getUint32(position + 4, true));
    }
  });
}
