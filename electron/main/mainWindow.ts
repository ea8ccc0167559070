import { BrowserWindow, type Session } from 'electron';
import { appFolder } from './appFolder.ts';

export function openMainWindow(session: Session): BrowserWindow {
  const window = new BrowserWindow({
    width: 1440,
    height: 900,
    minWidth: 960,
    minHeight: 600,
    show: false,
    title: 'Probatum',
    autoHideMenuBar: true,
    webPreferences: {
      session,
      preload: appFolder('preload', 'preload.cjs'),
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      spellcheck: false,
      // What a page shows may not be kept on disk.
      v8CacheOptions: 'none',
    },
  });
  window.once('ready-to-show', () => window.show());
  void window.loadURL('app://probatum/index.html');
  return window;
}
