/**
 * What a window remembers between starts: widths and the theme, in a small file of the profile. The window's own storage
 * is in memory only, because Chromium spills large pictures of a stored session to the disk, unencrypted.
 */
import { app, ipcMain } from 'electron';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';

/** Short values under our own names: too little room for anything of a case. */
const Preferences = z
  .record(z.string().regex(/^probatum\.[\w.-]{1,60}$/), z.string().max(200))
  .refine(all => Object.keys(all).length <= 200);
type Preferences = z.infer<typeof Preferences>;

const file = () => join(app.getPath('userData'), 'preferences.json');

function read(): Preferences {
  try {
    return Preferences.parse(JSON.parse(readFileSync(file(), 'utf8')));
  } catch {
    return {};
  }
}

export function keepPreferences(isOurs: (event: Electron.IpcMainEvent) => boolean): void {
  ipcMain.on('probatum:preferences', event => {
    // Subtle: it must be answered whoever asks, or the page that asked stands still.
    event.returnValue = isOurs(event) ? read() : {};
  });
  ipcMain.on('probatum:keep-preferences', (event, untrusted: unknown) => {
    const parsed = Preferences.safeParse(untrusted);
    if (!isOurs(event) || !parsed.success) return;
    writeFileSync(`${file()}.new`, JSON.stringify(parsed.data, null, 2), { mode: 0o600 });
    renameSync(`${file()}.new`, file());
  });
}
