/** Everything that can be done, by name or by key. */
export { KeyboardHelp } from './KeyboardHelp.tsx';
export { Palette } from './Palette.tsx';
