/**
 * Content from scripts. A page from disk may not fetch its neighbours, but may run them: for a key a script element is
 * added, and that script hands its value to `__probatum.receive`.
 */

declare global {
  interface Window {
    __probatum?: { receive: (key: string, value: unknown) => void };
    trustedTypes?: { createPolicy(name: string, rules: { createScriptURL: (url: string) => string }): ScriptUrlPolicy };
  }
}
interface ScriptUrlPolicy {
  createScriptURL(url: string): string;
}

export class MissingContent extends Error {
  readonly key: string;

  constructor(key: string) {
    super(`data/viewer/${key}.js is missing from this bundle, or it was not unpacked with the rest.`);
    this.key = key;
  }
}

const received = new Map<string, unknown>();
let policy: ScriptUrlPolicy | undefined;

export function installReceiver(): void {
  // The value waits here only until the script's own load event takes it.
  window.__probatum = { receive: (key, value) => received.set(key, value) };
  policy = window.trustedTypes?.createPolicy('probatum', { createScriptURL: allowViewerScript });
}

/** Only files of this bundle, by names that we make ourselves. */
function allowViewerScript(url: string): string {
  if (!/^viewer\/[A-Za-z0-9_./-]+\.js$/.test(url) || url.includes('..'))
    throw new TypeError(`not a script of this bundle: ${url}`);
  return url;
}

/** Runs the script of this key and answers what it handed over. @throws MissingContent */
export function loadContent(key: string): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const script = document.createElement('script');
    const url = `viewer/${key}.js`;
    script.src = policy ? policy.createScriptURL(url) : allowViewerScript(url);
    script.onload = () => {
      script.remove();
      const value = received.get(key);
      received.delete(key);
      if (value === undefined) reject(new MissingContent(key));
      else resolve(value);
    };
    script.onerror = () => {
      script.remove();
      reject(new MissingContent(key));
    };
    document.head.append(script);
  });
}
