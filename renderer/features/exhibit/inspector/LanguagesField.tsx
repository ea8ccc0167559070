import { useState } from 'react';
import { Button, TextField } from '../../../ui/index.ts';
import { languageWord, readLanguages } from '../exhibitWords.ts';

interface LanguagesFieldProps {
  /** `null` where exhibits differ. */
  value: readonly string[] | null;
  /** What the text was taken to be in; shown as that, until it is accepted. */
  proposed?: readonly string[];
  onChange(tags: string[]): void;
}

/** Languages by name or tag, several with commas. */
export function LanguagesField({ value, proposed = [], onChange }: LanguagesFieldProps) {
  const [unknown, setUnknown] = useState<string[]>([]);
  const settle = (typed: string) => {
    const read = readLanguages(typed);
    setUnknown(read.unknown);
    if (read.unknown.length === 0) onChange(read.tags);
  };
  return (
    <>
      <TextField
        label="Languages"
        value={wordsOf(value ?? [])}
        placeholder={value === null ? 'Several values' : 'e.g. Korean, English'}
        onCommit={settle}
        problem={
          unknown.length > 0
            ? `Not known as a language: ${unknown.join(', ')}. Write its name in English or its tag, as in ko or zh-Hant.`
            : null
        }
      />
      {proposed.length > 0 && (
        <p className="inspector-proposal">
          <span>Proposed from the text: {wordsOf(proposed)}</span>
          <Button
            kind="quiet"
            label={`Accept ${wordsOf(proposed)} as languages`}
            onPress={() => onChange([...proposed])}
          >
            Accept
          </Button>
        </p>
      )}
    </>
  );
}

function wordsOf(tags: readonly string[]): string {
  return tags.map(languageWord).join(', ');
}
