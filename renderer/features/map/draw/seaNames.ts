/** Which of a sea's names is printed, where States use different ones: a person's choice, remembered on this machine. */
import type { GazetteerPlace } from '../../../../shared/domain/geo/index.ts';

/** By the first English name of a sea: the name that is printed; without an entry, all of them. */
export type SeaNames = Readonly<Record<string, string>>;

export function printedSeaName({ name, englishNames }: GazetteerPlace, chosen: SeaNames): string {
  const choice = chosen[name];
  return choice !== undefined && englishNames.includes(choice) ? choice : englishNames.join(' / ');
}

/** Nothing of a case: it may lie beside the theme and the widths of panes. */
const KEY = 'probatum.seaNames';

export function rememberedSeaNames(): SeaNames {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '{}');
    if (typeof stored !== 'object' || stored === null) return {};
    return Object.fromEntries(Object.entries(stored).filter(([, name]) => typeof name === 'string')) as SeaNames;
  } catch {
    return {};
  }
}

export function rememberSeaNames(names: SeaNames): void {
  try {
    localStorage.setItem(KEY, JSON.stringify(names));
  } catch {
    // Without storage it holds for this start.
  }
}
