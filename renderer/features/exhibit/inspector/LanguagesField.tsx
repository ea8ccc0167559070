import { useState } from 'react';
import { TextField } from '../../../ui/index.ts';
import { languageWord, readLanguages } from '../exhibitWords.ts';

/** Languages by name or tag, several with commas; `null` where exhibits differ. */
export function LanguagesField({
  value,
  onChange,
}: {
  value: readonly string[] | null;
  onChange(tags: string[]): void;
}) {
  const [unknown, setUnknown] = useState<string[]>([]);
  const settle = (typed: string) => {
    const read = readLanguages(typed);
    setUnknown(read.unknown);
    if (read.unknown.length === 0) onChange(read.tags);
  };
  return (
    <TextField
      label="Languages"
      value={(value ?? []).map(languageWord).join(', ')}
      placeholder={value === null ? 'Several values' : 'e.g. Korean, English'}
      onCommit={settle}
      problem={
        unknown.length > 0
          ? `Not known as a language: ${unknown.join(', ')}. Write its name in English or its tag, as in ko or zh-Hant.`
          : null
      }
    />
  );
}
