/** What a page that was taken over can do: nothing that a person did not choose, and no word to anybody outside. */
import dgram from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { launchApp, type RunningApp } from '../support/app/launchApp.ts';

describe('a page that was taken over', () => {
  let run: RunningApp;
  beforeAll(async () => {
    run = await launchApp();
    await run.page.getByLabel('Name of the vault').waitFor();
  });
  afterAll(() => run?.close());

  test('cannot grant itself a path that nobody chose or dropped', async () => {
    const answer = await run.page.evaluate(async () => {
      const bridge = (window as unknown as { probatum: { desktop(name: string, input: unknown): Promise<unknown> } })
        .probatum;
      return bridge.desktop('desktop.grantDropped', { paths: ['/etc/passwd'] }).then(
        () => 'granted',
        () => 'refused',
      );
    });
    expect(answer).toBe('refused');
  });

  test('cannot leave: no navigation, no window, no permission, no fetch', async () => {
    const answers = await run.page.evaluate(async () => {
      const refused = (work: Promise<unknown>) =>
        work.then(
          () => 'allowed',
          () => 'refused',
        );
      return {
        fetch: await refused(fetch('http://127.0.0.1:9/')),
        window: window.open('http://127.0.0.1:9/') === null ? 'refused' : 'allowed',
        notifications: await Notification.requestPermission(),
        outside: await refused(
          fetch('app://probatum/..%2f..%2f..%2fetc%2fpasswd').then(response => (response.ok ? 1 : Promise.reject())),
        ),
      };
    });
    expect(answers).toEqual({ fetch: 'refused', window: 'refused', notifications: 'denied', outside: 'refused' });
    expect(run.page.url()).toMatch(/^app:\/\/probatum\//);
  });

  test('sends nothing by WebRTC, the one door that requests and policies do not watch', async () => {
    const listener = dgram.createSocket('udp4');
    let heard = 0;
    listener.on('message', () => {
      heard += 1;
    });
    listener.bind(0, '127.0.0.1');
    await once(listener, 'listening');
    const { port } = listener.address() as AddressInfo;
    try {
      const ended = await run.page.evaluate(async listenerPort => {
        const connection = new RTCPeerConnection({ iceServers: [{ urls: `stun:127.0.0.1:${listenerPort}` }] });
        connection.createDataChannel('x');
        // Gathering ends when every server was asked and answered or given up.
        const complete = new Promise<string>(resolve => {
          connection.onicegatheringstatechange = () => {
            if (connection.iceGatheringState === 'complete') resolve('complete');
          };
        });
        await connection.setLocalDescription(await connection.createOffer());
        return complete;
      }, port);
      expect(ended).toBe('complete');
      expect(heard).toBe(0);
    } finally {
      listener.close();
    }
  });
});
