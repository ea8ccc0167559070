// Fetching one package's tarball from the npm registry without installing it, and unpacking archives.
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { run, tail, which } from '../processes.mjs';

const FETCH_LIMIT_MS = 5 * 60_000;
const UNPACK_LIMIT_MS = 2 * 60_000;

/** Packs a package from the registry into `folder` and checks its integrity. No script of the package is run. */
export async function fetchPackage(spec, integrity, folder) {
  const before = new Set(fs.readdirSync(folder));
  const args = ['pack', spec, '--ignore-scripts', '--pack-destination', folder];
  const [command, given] = process.platform === 'win32' ? ['cmd', ['/c', 'npm', ...args]] : ['npm', args];
  // Run from the target folder: inside the project npm would first look at the project.
  const result = await run(command, given, { cwd: folder, timeoutMs: FETCH_LIMIT_MS });
  const name = fs.readdirSync(folder).find(each => each.endsWith('.tgz') && !before.has(each));
  if (result.code !== 0 || !name) {
    throw new Error(`npm could not fetch ${spec} (${tail(result.stderr, 2).replaceAll('\n', '; ') || 'no answer'})`);
  }
  const file = path.join(folder, name);
  const hash = createHash('sha512');
  await pipeline(fs.createReadStream(file), hash);
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    fs.rmSync(file);
    throw new Error(`what the registry gave for ${spec} is not the pinned package (integrity differs); it was deleted`);
  }
  return file;
}

/** Unpacks a .tgz, all of it or the named members. */
export async function unpackTar(file, folder, members = []) {
  const result = await run('tar', ['-xzf', file, '-C', folder, ...members], { timeoutMs: UNPACK_LIMIT_MS });
  if (result.code !== 0) throw new Error(`${path.basename(file)} could not be unpacked (${tail(result.stderr, 2)})`);
}

/** Unpacks a .zip with the extractor that comes with the electron package, else with the system's. */
export async function unpackZip(file, folder) {
  try {
    // Native, hence the fallbacks: a system's policy may forbid loading it.
    const { extract } = await import('@electron-internal/extract-zip');
    await extract(file, { dir: folder });
    return;
  } catch (error) {
    if (error.code !== 'ERR_MODULE_NOT_FOUND' && error.code !== 'ERR_DLOPEN_FAILED') throw error;
  }
  const [command, args] = which('unzip')
    ? ['unzip', ['-q', '-o', file, '-d', folder]]
    : ['python3', ['-c', UNZIP_IN_PYTHON, file, folder]];
  const result = await run(command, args, { timeoutMs: UNPACK_LIMIT_MS });
  if (result.code !== 0) throw new Error(`${path.basename(file)} could not be unpacked (${tail(result.stderr, 2)})`);
}

/** Python's own extractall drops the execute bits. */
const UNZIP_IN_PYTHON = `
import os, sys, zipfile
with zipfile.ZipFile(sys.argv[1]) as archive:
    for member in archive.infolist():
        written = archive.extract(member, sys.argv[2])
        mode = member.external_attr >> 16
        if mode: os.chmod(written, mode & 0o777)
`;
