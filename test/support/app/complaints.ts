/** Everything that a page of the app must not do: complain, break its own policy, ask for an address that is not ours. */
import type { ElectronApplication, Page } from 'playwright';

const OURS = /^(?:app:|print:|blob:app:|data:|devtools:)/;

/** Noise of Chromium itself, not of our pages. */
const HARMLESS = /Autofill\.enable|Request Autofill/;

export interface Complaints {
  /** Console errors, uncaught errors and policy violations, in order. */
  readonly heard: string[];
  /** Requests to anywhere but our own schemes, seen by the browser or refused in main. */
  foreignRequests(): Promise<string[]>;
}

export async function listenForComplaints(app: ElectronApplication, page: Page): Promise<Complaints> {
  const heard: string[] = [];
  const requested: string[] = [];
  app.context().on('request', request => {
    if (!OURS.test(request.url())) requested.push(request.url());
  });
  page.on('console', message => {
    if (message.type() === 'error' && !HARMLESS.test(message.text())) heard.push(`console: ${message.text()}`);
  });
  page.on('pageerror', error => heard.push(`error: ${error.stack ?? error.message}`));
  page.on('crash', () => heard.push('the page crashed'));
  await app
    .context()
    .exposeBinding('tellViolation', (_source, words: string) => heard.push(`policy: ${words}`))
    .catch(() => undefined);
  const tell = (): void => {
    const scope = globalThis as unknown as { tellViolation?(words: string): void; toldViolations?: true };
    if (scope.toldViolations) return;
    scope.toldViolations = true;
    document.addEventListener('securitypolicyviolation', event =>
      scope.tellViolation?.(
        `${event.violatedDirective} ${event.blockedURI} at ${event.sourceFile}:${event.lineNumber}`,
      ),
    );
  };
  // The reader's frame comes with each document anew; the window is there already.
  await app.context().addInitScript(tell);
  await page.evaluate(tell);
  // Main cancels what is not ours before it leaves; a cancelled request ends in an error, which is counted here.
  await app.evaluate(({ app: electron, session }) => {
    const scope = globalThis as unknown as { refusedAddresses: string[] };
    scope.refusedAddresses = [];
    const count = (one: Electron.Session) =>
      one.webRequest.onErrorOccurred(({ url, error }) => {
        if (error === 'net::ERR_BLOCKED_BY_CLIENT') scope.refusedAddresses.push(url);
      });
    count(session.defaultSession);
    electron.on('session-created', count);
  });
  return {
    heard,
    foreignRequests: async () => [
      ...requested,
      ...(await app.evaluate(() => (globalThis as unknown as { refusedAddresses: string[] }).refusedAddresses)),
    ],
  };
}
