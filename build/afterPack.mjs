// electron-builder's hook between packing and closing the fuses. Electron's default app must not be in a package: it
// loads whatever folder it is given, should app.asar ever be removed. electron-builder copies an unpacked Electron whole.
import fs from 'node:fs';
import path from 'node:path';

/** @param {import('electron-builder').AfterPackContext} context */
export default async function afterPack({ appOutDir, electronPlatformName, packager }) {
  const resources =
    electronPlatformName === 'darwin'
      ? path.join(appOutDir, `${packager.appInfo.productFilename}.app`, 'Contents', 'Resources')
      : path.join(appOutDir, 'resources');
  fs.rmSync(path.join(resources, 'default_app.asar'), { force: true });
  const apps = fs.readdirSync(resources).filter(name => name.endsWith('.asar'));
  if (apps.length !== 1 || apps[0] !== 'app.asar') {
    throw new Error(`the package must hold app.asar and no other archive, found: ${apps.join(', ')}`);
  }
}
