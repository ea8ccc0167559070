/** Answers what a window may ask of the desktop: dialogs, drops, the theme. Parsed on entry, the sender checked. */
import { dialog, ipcMain, nativeTheme, shell, type IpcMainInvokeEvent, type OpenDialogOptions } from 'electron';
import { lstatSync } from 'node:fs';
import {
  desktopContract,
  type DesktopInput,
  type DesktopOperation,
  type DesktopOutput,
} from '../../shared/contract/desktop.ts';
import { type CoreHost, windowOf } from './coreHost.ts';

type Answers = {
  [Name in DesktopOperation]: (
    input: never,
    event: IpcMainInvokeEvent,
  ) => DesktopOutput<Name> | Promise<DesktopOutput<Name>>;
};

const saveFilters: Record<DesktopInput<'desktop.chooseSaveAs'>['kind'], { name: string; extensions: string[] }[]> = {
  docx: [{ name: 'Word document', extensions: ['docx'] }],
  pdf: [{ name: 'PDF', extensions: ['pdf'] }],
  html: [{ name: 'Web page', extensions: ['html'] }],
  md: [{ name: 'Markdown', extensions: ['md'] }],
  zip: [{ name: 'Case bundle', extensions: ['zip'] }],
  age: [{ name: 'Archive sealed with age', extensions: ['age'] }],
  txt: [{ name: 'Text', extensions: ['txt'] }],
  json: [{ name: 'JSON', extensions: ['json'] }],
  svg: [{ name: 'SVG picture', extensions: ['svg'] }],
  tsq: [{ name: 'Request for a time stamp', extensions: ['tsq'] }],
  probatum: [{ name: 'Probatum vault', extensions: ['probatum'] }],
  any: [],
};

const fileTitles: Record<DesktopInput<'desktop.chooseFile'>['purpose'], string> = {
  card: 'Open a contact card',
  receipt: 'Open a receipt or a countersignature',
  timestamp: 'Open a time stamp',
  certificate: 'Open the certificate of an authority',
  review: 'Open a review file',
  archive: 'Open an archive',
};

export function answerDesktop(core: CoreHost): void {
  ipcMain.on('probatum:connect', event => {
    if (isOurs(event)) core.connect(event.sender);
  });

  const choose = async (event: IpcMainInvokeEvent, options: OpenDialogOptions) => {
    const window = windowOf(event.sender);
    const { canceled, filePaths } = window
      ? await dialog.showOpenDialog(window, options)
      : await dialog.showOpenDialog(options);
    return canceled ? [] : filePaths.map(path => core.grant(path, 'read'));
  };
  const chooseSave = async (
    event: IpcMainInvokeEvent,
    defaultPath: string,
    filters: { name: string; extensions: string[] }[],
  ) => {
    const window = windowOf(event.sender);
    const options = { defaultPath, filters };
    const { canceled, filePath } = window
      ? await dialog.showSaveDialog(window, options)
      : await dialog.showSaveDialog(options);
    return canceled || !filePath ? null : core.grant(filePath, 'write');
  };

  const answers: Answers = {
    'desktop.chooseEvidence': ({ kind }: DesktopInput<'desktop.chooseEvidence'>, event) =>
      choose(event, {
        title: 'Evidence to admit',
        properties: kind === 'folder' ? ['openDirectory', 'multiSelections'] : ['openFile', 'multiSelections'],
      }),
    'desktop.chooseFile': async ({ purpose }: DesktopInput<'desktop.chooseFile'>, event) =>
      (await choose(event, { title: fileTitles[purpose], properties: ['openFile'] }))[0] ?? null,
    'desktop.chooseVault': async (_, event) =>
      (
        await choose(event, {
          title: 'Open a vault',
          properties: ['openFile'],
          filters: [...saveFilters.probatum, { name: 'All files', extensions: ['*'] }],
        })
      )[0] ?? null,
    'desktop.chooseNewVault': ({ name }: DesktopInput<'desktop.chooseNewVault'>, event) =>
      chooseSave(event, `${safeName(name) || 'Vault'}.probatum`, saveFilters.probatum),
    'desktop.chooseSaveAs': ({ suggestedName, kind }: DesktopInput<'desktop.chooseSaveAs'>, event) =>
      chooseSave(event, safeName(suggestedName), saveFilters[kind]),
    'desktop.grantDropped': ({ paths }: DesktopInput<'desktop.grantDropped'>) =>
      paths.filter(path => path !== '' && exists(path)).map(path => core.grant(path, 'read')),
    'desktop.showInFolder': ({ grant }: DesktopInput<'desktop.showInFolder'>) => {
      const path = core.pathOf(grant);
      // Shows the folder; nothing is ever opened by another program.
      if (path) shell.showItemInFolder(path);
      return {};
    },
    'desktop.setTheme': ({ theme }: DesktopInput<'desktop.setTheme'>) => {
      nativeTheme.themeSource = theme;
      return {};
    },
  };

  ipcMain.handle('probatum:desktop', async (event, untrustedName: unknown, untrustedInput: unknown) => {
    // The page may call any of these by name, and so could one that was taken over: never the one that takes paths.
    if (
      typeof untrustedName !== 'string' ||
      !Object.hasOwn(desktopContract, untrustedName) ||
      untrustedName === 'desktop.grantDropped'
    )
      throw new Error('unknown operation');
    return answer(event, untrustedName as DesktopOperation, untrustedInput);
  });
  // On a channel of its own, which only the preload has: it reads the paths off real files.
  ipcMain.handle('probatum:dropped', (event, untrustedInput: unknown) =>
    answer(event, 'desktop.grantDropped', untrustedInput),
  );

  async function answer(event: IpcMainInvokeEvent, name: DesktopOperation, untrustedInput: unknown): Promise<unknown> {
    if (!isOurs(event)) throw new Error('refused');
    const input = desktopContract[name].input.parse(untrustedInput);
    return answers[name](input as never, event);
  }
}

/** Only the window's own top page may ask: not the reader's frame, nor a page that got in some other way. */
export function isOurs(event: { senderFrame: Electron.WebFrameMain | null; sender: Electron.WebContents }): boolean {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.url.startsWith('app://probatum/');
}

function safeName(name: string): string {
  return name
    .replace(/[\\/:*?"<>|\u0000-\u001f]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .slice(0, 120);
}

function exists(path: string): boolean {
  try {
    lstatSync(path);
    return true;
  } catch {
    return false;
  }
}
