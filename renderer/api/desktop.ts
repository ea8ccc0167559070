/** What the window asks of the desktop itself: dialogs and dropped files. The paths stay outside the page. */
import type { DesktopInput, DesktopOperation, DesktopOutput } from '../../shared/contract/desktop.ts';
import type { GrantedPath } from '../../shared/contract/grantedPath.ts';
import { CallFailed } from './callFailed.ts';

/** @throws CallFailed */
export async function desktop<Name extends DesktopOperation>(
  name: Name,
  input: DesktopInput<Name>,
): Promise<DesktopOutput<Name>> {
  return (await answered(window.probatum.desktop(name, input))) as DesktopOutput<Name>;
}

/** The files of a drop as grants; the preload reads their paths, the page never sees one. @throws CallFailed */
export async function grantDropped(files: File[]): Promise<GrantedPath[]> {
  return (await answered(window.probatum.grantDropped(files))) as GrantedPath[];
}

/** Hears the application menu: each entry is the id of a command. */
export function listenToMenu(listener: (command: string) => void): void {
  window.probatum.onMenu(listener);
}

/** A failure there comes through Electron as a bare error: it becomes one that the views can show. */
async function answered(asked: Promise<unknown>): Promise<unknown> {
  try {
    return await asked;
  } catch {
    throw new CallFailed({
      code: 'desktop',
      sentence: 'The desktop did not answer this. Nothing was changed; try again.',
      reference: null,
    });
  }
}
