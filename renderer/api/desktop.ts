/** What the window asks of the desktop itself: dialogs and dropped files. The paths stay outside the page. */
import type { DesktopInput, DesktopOperation, DesktopOutput } from '../../shared/contract/desktop.ts';
import type { GrantedPath } from '../../shared/contract/grantedPath.ts';
import type { Answer } from '../../shared/contract/wire.ts';
import { CallFailed } from './callFailed.ts';

/** @throws CallFailed */
export async function desktop<Name extends DesktopOperation>(
  name: Name,
  input: DesktopInput<Name>,
): Promise<DesktopOutput<Name>> {
  return opened(await window.probatum.desktop(name, input)) as DesktopOutput<Name>;
}

/** The files of a drop as grants; the preload reads their paths, the page never sees one. */
export async function grantDropped(files: File[]): Promise<GrantedPath[]> {
  return opened(await window.probatum.grantDropped(files)) as GrantedPath[];
}

/** Main answers as the core does, since a thrown error loses its code on the way through Electron. */
function opened(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null || !('ok' in answer)) return answer;
  const told = answer as Answer;
  if (told.ok) return told.value;
  throw new CallFailed(told.error);
}

/** Hears the application menu: each entry is the id of a command. */
export function listenToMenu(listener: (command: string) => void): void {
  window.probatum.onMenu(listener);
}
