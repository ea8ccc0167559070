/** Serves the contract over a message port: one window, one port. */
import { Call, type CoreEvent } from '../../shared/contract/wire.ts';
import type { Dispatcher } from './dispatcher.ts';

/** The part of Electron's MessagePortMain and Node's MessagePort that we use. */
export interface Port {
  postMessage(message: unknown): void;
  on(event: 'message', listener: (event: { data: unknown }) => void): void;
  on(event: 'close', listener: () => void): void;
  start(): void;
}

export class PortServer {
  readonly #dispatcher: Dispatcher;
  readonly #ports = new Set<Port>();

  constructor(dispatcher: Dispatcher) {
    this.#dispatcher = dispatcher;
  }

  serve(port: Port): void {
    this.#ports.add(port);
    port.on('message', ({ data }) => void this.#receive(port, data));
    port.on('close', () => this.#ports.delete(port));
    port.start();
  }

  broadcast(event: CoreEvent): void {
    for (const port of this.#ports) port.postMessage(event);
  }

  async #receive(port: Port, untrustedMessage: unknown): Promise<void> {
    const parsed = Call.safeParse(untrustedMessage);
    // Without a number there is nobody to answer.
    if (!parsed.success) return;
    const { call, operation, input } = parsed.data;
    const answer = await this.#dispatcher.answer(operation, input);
    if (this.#ports.has(port)) port.postMessage({ call, ...answer });
  }
}
