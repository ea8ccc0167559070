/** A short menu: what the platform expects. Everything else is in the window and its palette. */
import { BrowserWindow, Menu, type MenuItemConstructorOptions } from 'electron';

export function buildMenu(): Menu {
  const send = (command: string) => () => BrowserWindow.getFocusedWindow()?.webContents.send('probatum:menu', command);
  const template: MenuItemConstructorOptions[] = [
    ...(process.platform === 'darwin' ? [{ role: 'appMenu' as const }] : []),
    {
      label: 'File',
      submenu: [{ label: 'Lock the vault', click: send('vault.lock') }, { type: 'separator' }, { role: 'quit' }],
    },
    // Undo and redo belong to the window: they undo steps of the case, not keystrokes only.
    { label: 'Edit', submenu: [{ role: 'cut' }, { role: 'copy' }, { role: 'paste' }, { role: 'selectAll' }] },
    {
      label: 'View',
      submenu: [
        { role: 'resetZoom' },
        { role: 'zoomIn' },
        { role: 'zoomOut' },
        { type: 'separator' },
        { role: 'togglefullscreen' },
      ],
    },
  ];
  return Menu.buildFromTemplate(template);
}
