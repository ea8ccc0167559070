/** The one line that this window has; tests and the app set it before anything is drawn. */
import type { CoreEvent } from '../../shared/contract/wire.ts';
import { type CoreLink, PortLink } from './coreLink.ts';

let link: CoreLink = new PortLink();
const handlers = new Set<(event: CoreEvent) => void>();
let stopListening = link.listen(announce);

function announce(event: CoreEvent): void {
  for (const handler of [...handlers]) handler(event);
}

export function currentLink(): CoreLink {
  return link;
}

/** Replaces the line; subscriptions of this window carry over. */
export function setLink(next: CoreLink): void {
  stopListening();
  link = next;
  stopListening = link.listen(announce);
}

/** Asks the preload for a port to the core, and takes each one that comes. */
export function connectToCore(): void {
  const portLink = new PortLink();
  setLink(portLink);
  window.addEventListener('message', event => {
    const port = event.ports[0];
    if (event.source === window && event.data === 'probatum:core-port' && port) portLink.attach(port);
  });
  window.probatum.requestCorePort();
}

export function listenToCore(handler: (event: CoreEvent) => void): () => void {
  handlers.add(handler);
  return () => handlers.delete(handler);
}
