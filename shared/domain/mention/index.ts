export { type FoundMention, type KnownValue, MentionIndex } from './MentionIndex.ts';
export { mentionForms } from './mentionForms.ts';
export { mentionPhrases } from './mentionPhrases.ts';
