/** The app's life: one window, one core process, extractors beside it. Main only brokers ports and answers dialogs. */
import { app, BrowserWindow, Menu, nativeTheme, powerMonitor, session } from 'electron';
import { startCoreProcess } from './coreHost.ts';
import { answerDesktop, isOurs } from './desktop.ts';
import { buildMenu } from './menu.ts';
import { openMainWindow } from './mainWindow.ts';
import { keepPreferences } from './preferences.ts';
import { printPdf } from './printPdf.ts';
import { printFromPipe } from './printFromPipe.ts';
import { registerSchemes, serveApp } from './appProtocol.ts';
import { guardNavigation, refuseEverythingElse } from './lockdown.ts';

// A profile of its own, for tests and for those who keep two apart; Electron's own launcher would overrule the switch.
const profile = app.commandLine.getSwitchValue('user-data-dir');
if (profile !== '') app.setPath('userData', profile);
// Crash dumps hold memory, and memory holds evidence.
app.commandLine.appendSwitch('disable-breakpad');
// Nothing of Chromium's own may look anything up: no component updates, no network prediction, no QUIC, no proxies.
for (const flag of [
  'disable-background-networking',
  'disable-component-update',
  'disable-domain-reliability',
  'disable-sync',
  'no-pings',
  'dns-prefetch-disable',
  'no-proxy-server',
]) {
  app.commandLine.appendSwitch(flag);
}
// Every name resolves to nowhere, whatever asks.
app.commandLine.appendSwitch('host-resolver-rules', 'MAP * ~NOTFOUND');

// With --no-sandbox (root) this call would loop; only tests run so.
if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
registerSchemes();
guardNavigation();

// Subtle: Electron waits for this module before it is ready, so nothing here may await that.
if (process.argv.includes('--print-pdf')) app.whenReady().then(() => printFromPipe());
else if (app.requestSingleInstanceLock()) app.whenReady().then(run);
else app.quit();

function run(): void {
  refuseEverythingElse(session.defaultSession);
  // In memory, having no `persist:`: nothing that a page shows is cached on the disk.
  const windows = session.fromPartition('windows', { cache: false });
  refuseEverythingElse(windows);
  serveApp(windows);
  const core = startCoreProcess({
    printPdf,
    onState: state => {
      if (state !== 'open') for (const window of BrowserWindow.getAllWindows()) window.setTitle('Probatum');
    },
  });
  answerDesktop(core);
  keepPreferences(isOurs);
  Menu.setApplicationMenu(buildMenu());
  openMainWindow(windows);

  app.on('second-instance', () => BrowserWindow.getAllWindows()[0]?.focus());
  app.on('activate', () => {
    if (BrowserWindow.getAllWindows().length === 0) openMainWindow(windows);
  });
  powerMonitor.on('suspend', () => core.lock('The computer went to sleep.'));
  powerMonitor.on('lock-screen', () => core.lock('The screen was locked.'));
  app.on('window-all-closed', () => app.quit());

  let ended = false;
  app.on('before-quit', event => {
    if (ended) return;
    event.preventDefault();
    void core.end().then(() => {
      ended = true;
      app.quit();
    });
  });
  nativeTheme.themeSource = 'system';
}
