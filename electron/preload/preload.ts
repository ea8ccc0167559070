/** What the window's page is given: a port to the core, and the desktop's few operations. Nothing of Node or Electron. */
import { contextBridge, ipcRenderer, webUtils } from 'electron';
import { lendPreferences } from './preferences.ts';

lendPreferences();
ipcRenderer.on('probatum:core-port', event => window.postMessage('probatum:core-port', 'app://probatum', event.ports));

contextBridge.exposeInMainWorld('probatum', {
  requestCorePort: () => ipcRenderer.send('probatum:connect'),
  desktop: (name: string, input: unknown) => ipcRenderer.invoke('probatum:desktop', name, input),
  /** Only a real drop has files with a path: the page cannot make one up. */
  grantDropped: (files: File[]) =>
    ipcRenderer.invoke('probatum:dropped', { paths: files.map(file => webUtils.getPathForFile(file)) }),
  platform: process.platform,
  onMenu: (listener: (command: string) => void) => {
    ipcRenderer.on('probatum:menu', (_event, command: string) => listener(command));
  },
});
