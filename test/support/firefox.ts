/**
 * A real Firefox, driven by WebDriver BiDi over its own socket: Playwright drives only a Firefox of its own. As much of the protocol
 * as opening a page from disk, running a script in it, clicking and filling needs.
 */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface FirefoxPage {
  goto(address: string): Promise<void>;
  /** The value of an expression in the page; promises are awaited. */
  evaluate<Value>(expression: string): Promise<Value>;
  /** Tries until the expression is true. */
  until(expression: string): Promise<void>;
  click(selector: string): Promise<void>;
  /** Without keys: a window without a screen has no focus, and Firefox then takes none. */
  fill(selector: string, text: string): Promise<void>;
  /** Errors that the page wrote to its console. */
  complaints: string[];
  /** Where what the page saves ends. */
  downloads: string;
  close(): Promise<void>;
}

interface Message {
  id?: number;
  method?: string;
  params?: { level?: string; text?: string | null };
  result?: unknown;
  error?: string;
  message?: string;
}

export async function openFirefox(program: string): Promise<FirefoxPage> {
  const folder = mkdtempSync(join(tmpdir(), 'probatum-firefox-'));
  const downloads = join(folder, 'downloads');
  writeFileSync(
    join(folder, 'user.js'),
    [
      ['browser.download.folderList', 2],
      ['browser.download.dir', downloads],
      ['browser.shell.checkDefaultBrowser', false],
      ['datareporting.policy.dataSubmissionEnabled', false],
      ['app.update.auto', false],
      ['dom.disable_beforeunload', false],
      ['dom.require_user_interaction_for_beforeunload', false],
    ]
      .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});\n`)
      .join(''),
  );
  const child = spawn(
    program,
    ['--headless', '--no-remote', '--profile', folder, '--remote-debugging-port=0', 'about:blank'],
    {
      env: { ...process.env, HOME: folder },
      stdio: ['ignore', 'ignore', 'pipe'],
    },
  );
  const socket = new WebSocket(`${await addressOf(child)}/session`);
  await new Promise((resolve, reject) => {
    socket.onopen = resolve;
    socket.onerror = reject;
  });
  const complaints: string[] = [];
  const waiting = new Map<number, (answer: Message) => void>();
  socket.onmessage = ({ data }) => {
    const message = JSON.parse(String(data)) as Message;
    if (message.id !== undefined) waiting.get(message.id)?.(message);
    else if (message.method === 'log.entryAdded' && message.params?.level === 'error')
      complaints.push(message.params.text ?? '');
  };
  let last = 0;
  const ask = (method: string, params: object): Promise<unknown> =>
    new Promise((resolve, reject) => {
      last += 1;
      waiting.set(last, ({ error, message, result }) =>
        error === undefined ? resolve(result) : reject(new Error(`${method}: ${error}: ${message}`)),
      );
      socket.send(JSON.stringify({ id: last, method, params }));
    });
  await ask('session.new', { capabilities: { alwaysMatch: { unhandledPromptBehavior: { beforeUnload: 'accept' } } } });
  await ask('session.subscribe', { events: ['log.entryAdded'] });
  const { contexts } = (await ask('browsingContext.getTree', {})) as { contexts: { context: string }[] };
  const context = contexts[0]?.context ?? '';
  const evaluate = async <Value>(expression: string): Promise<Value> => {
    const answer = (await ask('script.evaluate', {
      expression: `Promise.resolve(${expression}).then(value => JSON.stringify(value) ?? 'null')`,
      target: { context },
      awaitPromise: true,
      // A download begins, and a page may ask before it is left, only after a person did something.
      userActivation: true,
    })) as { type: string; result?: { value: string }; exceptionDetails?: { text: string } };
    if (answer.type !== 'success') throw new Error(`${expression}: ${answer.exceptionDetails?.text}`);
    return JSON.parse(answer.result?.value ?? 'null') as Value;
  };
  return {
    complaints,
    downloads,
    evaluate,
    goto: async url => void (await ask('browsingContext.navigate', { context, url, wait: 'complete' })),
    until: async expression => {
      for (let tries = 0; tries < 150; tries += 1) {
        if (await evaluate<boolean>(`Boolean(${expression})`)) return;
        await new Promise(resolve => setTimeout(resolve, 100));
      }
      throw new Error(`never true: ${expression}`);
    },
    fill: async (selector, text) => {
      await evaluate(`(field => {
        Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field), 'value').set.call(field, ${JSON.stringify(text)});
        field.dispatchEvent(new Event('input', { bubbles: true }));
      })(document.querySelector(${JSON.stringify(selector)}))`);
    },
    click: async selector => {
      const at = await evaluate<{ x: number; y: number }>(`(element => {
        element.scrollIntoView({ block: 'center' });
        const { left, top, width, height } = element.getBoundingClientRect();
        return { x: Math.round(left + width / 2), y: Math.round(top + height / 2) };
      })(document.querySelector(${JSON.stringify(selector)}))`);
      const actions = [
        { type: 'pointerMove', ...at },
        { type: 'pointerDown', button: 0 },
        { type: 'pointerUp', button: 0 },
      ];
      await ask('input.performActions', { context, actions: [{ type: 'pointer', id: 'mouse', actions }] });
    },
    close: async () => {
      const ended = new Promise(resolve => child.once('exit', resolve));
      await ask('browser.close', {}).catch(() => child.kill());
      await Promise.race([ended, new Promise(resolve => setTimeout(resolve, 10_000).unref())]);
      if (child.exitCode === null) child.kill('SIGKILL');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function addressOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (piece: Buffer) => {
      said += piece.toString();
      const found = /WebDriver BiDi listening on (ws:\/\/\S+)/.exec(said);
      if (found?.[1]) resolve(found[1]);
    });
    child.once('exit', code => reject(new Error(`Firefox ended with ${code}: ${said}`)));
  });
}
