/** What is recorded when an option is taken. Pure. */
import type { EntityGuess } from '../../../../shared/domain/proposal/index.ts';
import { foldText } from '../../../../shared/domain/text/index.ts';
import { type EntityOption, isNameProperty } from './entityOptions.ts';

interface Typed {
  guess: EntityGuess;
  property: string;
  typed: string;
}

/**
 * A new entity gets the name as typed, since typing corrects it. For one that the vault has, typing looked for it: what is recorded
 * are the words of the page, save where the same words were only written anew, or the page has none.
 */
export function recordedValue(option: EntityOption, { guess, property, typed }: Typed): string {
  const words = typed.trim();
  if (words === '' || !isNameProperty(property)) return guess.value === '' ? nameOf(option, words) : guess.value;
  if (option.kind !== 'known') return words;
  if (guess.value === '') return nameOf(option, words);
  return letters(words) === letters(guess.value) ? words : guess.value;
}

/** A region of a picture has no words: its entity is named by what was typed or taken. */
function nameOf(option: EntityOption, words: string): string {
  return option.kind === 'known' ? option.suggestion.caption : words;
}

function letters(text: string): string {
  return foldText(text).folded.replace(/[^\p{L}\p{N}]/gu, '');
}
