/** The real core behind the window's own api: views under test ask it as they do in the app. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Core, startCore } from '../../../electron/core.ts';
import { openNodeExtractorHost } from '../../../electron/extract/nodeHost.ts';
import { CallFailed, setLink } from '../../../renderer/api/index.ts';
import type { InputOf, OperationName, OutputOf } from '../../../shared/contract/index.ts';
import type { CoreEvent } from '../../../shared/contract/wire.ts';
import { assetsFolder } from '../../support/assets.ts';

export const passphrase = 'granite otter lantern seventeen';

export interface WindowCore {
  core: Core;
  vaultPath: string;
  run<Name extends OperationName>(name: Name, input: InputOf<Name>): Promise<OutputOf<Name>>;
  createVault(): Promise<void>;
  close(): Promise<void>;
}

export function openWindowCore(): WindowCore {
  const folder = mkdtempSync(join(tmpdir(), 'probatum-window-'));
  const vaultPath = join(folder, 'Maritime team.probatum');
  const handlers = new Set<(event: CoreEvent) => void>();
  const assets = assetsFolder();
  const core = startCore({
    holder: 'a test',
    profileFolder: join(folder, 'profile'),
    onEvent: event => {
      for (const handler of handlers) handler(event);
    },
    tools: {
      extractor: openNodeExtractorHost({ workerPath: join(assets, 'extract', 'worker.js'), size: 1 }),
      extractorSize: 1,
      printPdf: null,
      assets,
    },
  });
  setLink({
    send: async (operation, input) => {
      const answer = await core.dispatcher.answer(operation, input);
      if (answer.ok) return answer.value;
      throw new CallFailed(answer.error);
    },
    listen: handler => {
      handlers.add(handler);
      return () => handlers.delete(handler);
    },
  });
  return {
    core,
    vaultPath,
    run: (name, input) => core.dispatcher.run(name, input),
    createVault: async () => {
      const at = core.grants.grant(vaultPath);
      await core.dispatcher.run('vault.create', { at, name: 'Maritime team', person: 'Test Person', passphrase });
    },
    close: async () => {
      await core.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
