// Whether Chromium's sandbox can work here, and what to say where it cannot.
import fs from 'node:fs';
import path from 'node:path';
import { say } from '../processes.mjs';

/** The flags Electron needs because of who runs it; says so in one line when the sandbox is off. */
export function sandboxFlags(electron) {
  if (process.platform !== 'linux') return [];
  if (process.getuid() === 0) {
    say('Running as root, so Chromium’s sandbox is off (--no-sandbox); use an ordinary account for real cases.');
    return ['--no-sandbox'];
  }
  const helper = path.join(electron.dist, 'chrome-sandbox');
  if (!userNamespacesAllowed() && !isSetuidRoot(helper)) {
    say(
      'This system forbids unprivileged user namespaces, which Chromium’s sandbox needs. If the window does not open, type:\n' +
        `  sudo chown root:root '${helper}' && sudo chmod 4755 '${helper}'`,
    );
  }
  return [];
}

/** Ubuntu 24.04 restricts them through AppArmor, older Debians by a switch of their own. */
function userNamespacesAllowed() {
  return (
    setting('/proc/sys/kernel/apparmor_restrict_unprivileged_userns') !== '1' &&
    setting('/proc/sys/kernel/unprivileged_userns_clone') !== '0' &&
    setting('/proc/sys/user/max_user_namespaces') !== '0'
  );
}

function setting(file) {
  try {
    return fs.readFileSync(file, 'utf8').trim();
  } catch {
    return undefined;
  }
}

function isSetuidRoot(file) {
  const about = fs.statSync(file, { throwIfNoEntry: false });
  return about !== undefined && about.uid === 0 && (about.mode & 0o4000) !== 0;
}
