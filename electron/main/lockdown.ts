/** What no page of ours may do: reach the network, get a permission, go elsewhere, open windows, embed a foreign page. */
import { app, type Session } from 'electron';

/** Requests that were refused: the app's own record that nothing went out. Addresses only, no content. */
export const refusedRequests: string[] = [];

const ours = /^(?:app:|print:|blob:app:|data:|devtools:)/;

export function refuseEverythingElse(session: Session): void {
  session.setPermissionRequestHandler((_contents, _permission, answer) => answer(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  // The spell checker fetches dictionaries.
  // The languages first: with any left, Chromium asks for a dictionary before it is told not to check.
  session.setSpellCheckerLanguages([]);
  session.setSpellCheckerEnabled(false);
  session.webRequest.onBeforeRequest((details, answer) => {
    const cancel = !ours.test(details.url);
    if (cancel) refusedRequests.push(details.url.slice(0, 200));
    answer({ cancel });
  });
  session.on('will-download', event => event.preventDefault());
}

/** For every page of every session, once. */
export function guardNavigation(): void {
  app.on('web-contents-created', (_event, contents) => {
    // WebRTC asks no request handler and no policy before it sends; without a proxy, which there is none, this leaves it no way out.
    contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp');
    contents.on('will-navigate', event => event.preventDefault());
    contents.on('will-redirect', event => event.preventDefault());
    contents.on('will-attach-webview', event => event.preventDefault());
    contents.on('will-frame-navigate', event => {
      if (!/^(?:app|print):/.test(event.url)) event.preventDefault();
    });
    contents.setWindowOpenHandler(() => ({ action: 'deny' }));
  });
}
