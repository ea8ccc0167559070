/** Provisions: choosing what a claim measures against, and showing what was chosen. */
export { ProvisionChip } from './ProvisionChip.tsx';
export { ProvisionPicker } from './ProvisionPicker.tsx';
export { provisionMark, topicWords, verifySentence } from './provisionWords.ts';
export { useProvisions } from './useProvisions.ts';
