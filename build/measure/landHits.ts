/** Whether search hits land in the viewer: words drawn from our extraction, sought in pdf.js's text of the same page. */
import { describeQuote } from '../../shared/domain/anchoring/index.ts';
import { landTarget, prepareText } from '../../renderer/reader/landing.ts';

export interface Landings {
  pages: number;
  hits: number;
  exact: number;
  likely: number;
  part: number;
  /** Hits whose every word stands somewhere in the viewer's text of the page, and those of them that landed. */
  present: number;
  presentLanded: number;
  /** Words that stand there and did not land. */
  missed: string[];
}

const hitsPerPage = 25;
const mostMissed = 40;
/** A hit of two words stands on one line or the next. */
const mostBetween = 40;

export function noLandings(): Landings {
  return { pages: 0, hits: 0, exact: 0, likely: 0, part: 0, present: 0, presentLanded: 0, missed: [] };
}

/** Half the hits are single words, half phrases of two, as searches are. */
export function landOnPage(
  landings: Landings,
  ours: string,
  viewers: string,
  where: string,
  random: () => number,
): void {
  const words = [...ours.matchAll(/[\p{L}\p{N}][\p{L}\p{M}\p{N}]*/gu)];
  if (words.length === 0 || viewers.trim() === '') return;
  landings.pages += 1;
  const page = prepareText(viewers);
  const stands = (word: string) => page.bare.folded.includes(prepareText(word).bare.folded);
  for (let hit = 0; hit < Math.min(hitsPerPage, words.length); hit += 1) {
    const at = Math.floor(random() * words.length);
    const first = words[at];
    const next = words[at + 1];
    if (!first) continue;
    const last = hit % 2 === 1 && next && next.index - first.index < mostBetween ? next : first;
    const quote = describeQuote(ours, first.index, last.index + last[0].length);
    const landed = landTarget(page, quote);
    const present = (quote.exact.match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).every(stands);
    landings.hits += 1;
    if (landed) landings[landed.certainty] += 1;
    if (present) landings.present += 1;
    if (present && landed) landings.presentLanded += 1;
    if (present && !landed && landings.missed.length < mostMissed)
      landings.missed.push(`${where}: ${JSON.stringify(quote.exact)}`);
  }
}

export function addLandings(sum: Landings, more: Landings): void {
  for (const key of ['pages', 'hits', 'exact', 'likely', 'part', 'present', 'presentLanded'] as const)
    sum[key] += more[key];
  sum.missed.push(...more.missed);
}
