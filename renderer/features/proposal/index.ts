/** What the text of an exhibit seems to name: proposals to accept or reject. */
export { FoundInText, type FoundInTextProps } from './FoundInText.tsx';
