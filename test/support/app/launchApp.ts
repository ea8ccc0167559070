/** The built app in a real Electron, with a profile, a home and a temporary folder of its own, driven by Playwright. */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { _electron, type ElectronApplication, type Page } from 'playwright';
import { type Complaints, listenForComplaints } from './complaints.ts';
import { appToLaunch, rootFlags } from './electronHere.ts';
import { isRunning, killTree, processTree, type SeenProcess } from './processTree.ts';
import { transitionsEnded } from './transitions.ts';

export type Theme = 'light' | 'dark';
export type WindowSize = '1280x800' | '1920x1080';

export interface LaunchOptions {
  /** Where profile, home and temporary files go; a new folder that `close` removes if none is given. */
  folder?: string;
  /** Started instead of Electron itself; it hands its arguments on (see `build/unprivileged.mjs`, and tracing). */
  executable?: string;
  appFolder?: string;
  /** It starts as a user without rights, who brings a home of their own and for whom Chromium's sandbox works. */
  asUser?: boolean;
  size?: WindowSize;
  /** Where pictures go; without one none is taken. */
  pictures?: string | undefined;
}

export interface RunningApp extends Complaints {
  app: ElectronApplication;
  page: Page;
  pid: number;
  /** Everything that this run of the app may write to, but for what a person chooses to save. */
  folder: string;
  profile: string;
  /** What the next dialogs answer: files or folders to open, a path to save to. */
  willChoose(answers: { open?: string[]; save?: string }): Promise<void>;
  resize(size: WindowSize): Promise<void>;
  theme(theme: Theme): Promise<void>;
  picture(name: string): Promise<void>;
  processes(): SeenProcess[];
  close(): Promise<void>;
  /** All of its processes at once, with no chance to tidy up. */
  kill(): Promise<void>;
}

/** A slow step on a busy machine of two cores still ends well below it. */
const STEP_LIMIT_MS = 20_000;

export async function launchApp(options: LaunchOptions = {}): Promise<RunningApp> {
  const folder = options.folder ?? mkdtempSync(join(tmpdir(), 'probatum-app-'));
  const [profile, home, temp] = ['profile', 'home', 'tmp'].map(name => join(folder, name)) as [string, string, string];
  for (const each of [profile, home, temp]) mkdirSync(each, { recursive: true });
  const there = await appToLaunch();
  const appFolder = options.appFolder ?? there.folder;
  const asUser = options.asUser === true;
  const app = await launchTwice({
    executablePath: options.executable ?? there.executable,
    args: [
      ...(asUser ? [] : rootFlags()),
      `--user-data-dir=${profile}`,
      '--lang=en-GB',
      ...(appFolder ? [appFolder] : []),
    ],
    chromiumSandbox: asUser,
    env: { ...ourEnv(), ...(asUser ? {} : homeEnv(home, temp)) },
    timeout: 25_000,
  });
  const pid = app.process().pid ?? -1;
  const page = await app.firstWindow();
  page.setDefaultTimeout(STEP_LIMIT_MS);
  const complaints = await listenForComplaints(app, page);

  const resize = async (size: WindowSize): Promise<void> => {
    const [width, height] = size.split('x').map(Number) as [number, number];
    await app.evaluate(
      ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w as number, h as number),
      [width, height],
    );
    await page.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height]);
  };
  if (options.pictures) mkdirSync(options.pictures, { recursive: true });
  await resize(options.size ?? '1280x800');

  const ended = async (): Promise<void> => {
    for (let tries = 0; tries < 100 && isRunning(pid); tries += 1) await wait(50);
    if (options.folder === undefined) rmSync(folder, { recursive: true, force: true });
  };
  return {
    app,
    page,
    pid,
    folder,
    profile,
    ...complaints,
    async willChoose({ open, save }) {
      await app.evaluate(
        ({ dialog }, answers) => {
          if (answers.open) dialog.showOpenDialog = async () => ({ canceled: false, filePaths: answers.open ?? [] });
          if (answers.save) dialog.showSaveDialog = async () => ({ canceled: false, filePath: answers.save ?? '' });
        },
        { open, save },
      );
    },
    resize,
    async theme(theme) {
      // Playwright stands in for the desktop here, whose theme the window follows.
      await page.emulateMedia({ colorScheme: theme });
      await page.waitForFunction(wanted => document.documentElement.dataset['theme'] === wanted, theme);
      await transitionsEnded(page);
    },
    async picture(name) {
      if (options.pictures) await page.screenshot({ path: join(options.pictures, `${name}.png`) });
    },
    processes: () => processTree(pid),
    async close() {
      // Playwright's own close hangs at times; then the processes are ended one by one.
      const closed = app.close().then(
        () => true,
        () => false,
      );
      if (!(await Promise.race([closed, wait(15_000, false, { ref: false })]))) killTree(pid);
      await ended();
    },
    async kill() {
      const closed = new Promise<void>(resolve => app.once('close', () => resolve()));
      killTree(pid);
      await Promise.race([closed, wait(5_000, undefined, { ref: false })]);
      await ended();
    },
  };
}

/** A start takes a second or two; on a busy machine Electron has been seen, rarely, to hang before its inspector answers. */
async function launchTwice(options: Parameters<typeof _electron.launch>[0]): Promise<ElectronApplication> {
  try {
    return await _electron.launch(options);
  } catch (error) {
    console.log(
      `Electron did not start and is started once more: ${error instanceof Error ? error.message : String(error)}`,
    );
    return _electron.launch(options);
  }
}

/** Without what would make Electron start as plain Node, or hand the test's own Node flags on. */
function ourEnv(): Record<string, string> {
  const { ELECTRON_RUN_AS_NODE: _, NODE_OPTIONS: __, NODE_ENV: ___, ...env } = process.env;
  return Object.fromEntries(Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined));
}

function homeEnv(home: string, temp: string): Record<string, string> {
  const env: Record<string, string> = { TMPDIR: temp, HOME: home };
  for (const name of ['CONFIG', 'CACHE', 'DATA']) env[`XDG_${name}_HOME`] = join(home, name.toLowerCase());
  return env;
}
