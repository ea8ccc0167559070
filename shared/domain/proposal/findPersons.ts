/** Names of people, script by script; a script that the page does not have costs nothing. */
import { findCyrillicNames } from './names/cyrillicNames.ts';
import { findHangulNames } from './names/hangulNames.ts';
import { findHanNames } from './names/hanNames.ts';
import { findKoreanNames } from './names/koreanNames.ts';
import { findLatinNames } from './names/latinNames.ts';
import type { FoundProposal } from './proposal.ts';
import type { Scripts } from './scripts.ts';

export function findPersons(text: string, { latin, hangul, han, cyrillic }: Scripts): FoundProposal[] {
  return [
    ...(latin ? [...findKoreanNames(text), ...findLatinNames(text)] : []),
    ...(hangul ? findHangulNames(text) : []),
    ...(han ? findHanNames(text) : []),
    ...(cyrillic ? findCyrillicNames(text) : []),
  ];
}
