/** The colours that inks are drawn in: the theme's own on the screen, the light ones on paper. */
import type { Ink } from '../../../shared/domain/timeline/index.ts';

export type InkColours = Readonly<Record<Ink, string>>;

const TOKENS: Readonly<Record<Ink, string>> = {
  event: '--accent',
  relationship: '--warning',
  statement: '--text-soft',
  claim: '--reported',
  exhibit: '--text-soft',
  established: '--established',
  probable: '--probable',
  reported: '--reported',
  contested: '--contested',
  unsupported: '--unsupported',
  withdrawn: '--withdrawn',
  text: '--text',
  soft: '--text-soft',
  line: '--line',
  ground: '--surface-raised',
  band: '--surface',
  chosen: '--focus',
  cursor: '--danger',
};

export const PRINT_COLOURS: InkColours = {
  event: '#23569c',
  relationship: '#7a5200',
  statement: '#5a5f67',
  claim: '#555a63',
  exhibit: '#5a5f67',
  established: '#1a6a3d',
  probable: '#5d5a00',
  reported: '#555a63',
  contested: '#9a3d06',
  unsupported: '#8a3248',
  withdrawn: '#63666b',
  text: '#1c1e22',
  soft: '#5a5f67',
  line: '#dcdcd6',
  ground: '#ffffff',
  band: '#f6f6f3',
  chosen: '#2f6fd0',
  cursor: '#a32a22',
};

export function screenColours(): InkColours {
  const style = getComputedStyle(document.documentElement);
  const entries = Object.entries(TOKENS) as [Ink, string][];
  return Object.fromEntries(
    entries.map(([ink, token]) => [ink, style.getPropertyValue(token).trim() || PRINT_COLOURS[ink]]),
  ) as Record<Ink, string>;
}
