// What a package must be before anybody gets it: fuses closed, nothing in it that does not belong there. Read from the
// finished files, so that a changed default of electron-builder shows here and not at a user's.
import fs from 'node:fs';
import path from 'node:path';

/** One binary each: the vault's, and the archives'. */
const NATIVE_MODULES = ['@signalapp/sqlcipher', 'sodium-native'];

/** Throws with all that is wrong. `forTest`: the inspect fuse is open, and nothing else. */
export async function assertPackage(folder, { forTest }) {
  const { executable, resources } = partsOf(folder);
  const wrong = [...(await wrongFuses(executable, forTest)), ...(await wrongFiles(resources))];
  if (wrong.length > 0) throw new Error(`the package is not as it must be: ${wrong.join('; ')}`);
}

async function wrongFuses(executable, forTest) {
  const { FuseState, FuseV1Options, getCurrentFuseWire } = await import('@electron/fuses');
  const wire = await getCurrentFuseWire(executable);
  const wanted = {
    RunAsNode: false,
    EnableNodeOptionsEnvironmentVariable: false,
    EnableNodeCliInspectArguments: forTest,
    EnableCookieEncryption: true,
    EnableEmbeddedAsarIntegrityValidation: true,
    OnlyLoadAppFromAsar: true,
    GrantFileProtocolExtraPrivileges: false,
  };
  return Object.entries(wanted)
    .filter(([name, on]) => wire[FuseV1Options[name]] !== (on ? FuseState.ENABLE : FuseState.DISABLE))
    .map(([name, on]) => `fuse ${name} is not ${on ? 'on' : 'off'}`);
}

async function wrongFiles(resources) {
  const wrong = [];
  if (fs.existsSync(path.join(resources, 'default_app.asar'))) wrong.push('Electron’s default app is in it');
  const { listPackage } = await import('@electron/asar');
  const names = listPackage(path.join(resources, 'app.asar')).map(name => name.replaceAll('\\', '/'));
  const natives = names.filter(name => name.endsWith('.node') || name.endsWith('.bare'));
  const here = `${process.platform}-${process.arch}`;
  const expected = NATIVE_MODULES.map(module => `/node_modules/${module}/prebuilds/${here}/`);
  const fitting = expected.every(folder => natives.filter(name => name.startsWith(folder)).length === 1);
  if (natives.length !== expected.length || !fitting) {
    wrong.push(`it holds other native modules than those for ${here}: ${natives.join(', ')}`);
  }
  const foreign = names.filter(name => !/^\/(package\.json|dist|node_modules)(\/|$)/.test(name));
  if (foreign.length > 0) wrong.push(`it holds what does not belong in it: ${foreign.slice(0, 5).join(', ')}`);
  if (!names.includes('/dist/main/main.js')) wrong.push('its entry dist/main/main.js is missing');
  return wrong;
}

function partsOf(folder) {
  const bundle = fs.readdirSync(folder).find(name => name.endsWith('.app'));
  if (bundle) {
    const app = path.join(folder, bundle);
    return { executable: app, resources: path.join(app, 'Contents', 'Resources') };
  }
  const executable = process.platform === 'win32' ? 'Probatum.exe' : 'probatum';
  return { executable: path.join(folder, executable), resources: path.join(folder, 'resources') };
}
