/** Whether the navigation was folded to icons; nothing of a case. */
const KEY = 'probatum.navigation.narrow';

export function wasNarrow(): boolean {
  try {
    return localStorage.getItem(KEY) === 'true';
  } catch {
    return false;
  }
}

export function rememberNarrow(narrow: boolean): void {
  try {
    localStorage.setItem(KEY, String(narrow));
  } catch {
    // Without storage it holds for this start.
  }
}
