/** The source of an exhibit: found by typing, or created on the spot with a grade still to be judged. */
import { useState } from 'react';
import type { SourceId } from '../../../../shared/kernel/ids.ts';
import { call, reportOf, useQuery } from '../../../api/index.ts';
import { Combobox, GradeMark } from '../../../ui/index.ts';
import { foldText } from '../../../../shared/domain/text/index.ts';

export interface SourceFieldProps {
  /** undefined: several exhibits have different ones. */
  value: SourceId | null | undefined;
  onChange(sourceId: SourceId | null): void;
}

interface Choice {
  id: SourceId | null;
  name: string;
  reliability: string | null;
}

const none: Choice = { id: null, name: 'No source', reliability: null };

export function SourceField({ value, onChange }: SourceFieldProps) {
  const { data, error } = useQuery('source.list', {});
  const [typed, setTyped] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const current = data?.find(source => source.id === value);
  const choices: Choice[] = [none, ...(data ?? [])].filter(choice => typed === null || contains(choice.name, typed));
  const exact = typed !== null && data?.some(source => foldText(source.name).folded === foldText(typed.trim()).folded);

  const create = async (name: string) => {
    setProblem(null);
    try {
      // F says that the reliability has not been judged; it is graded in Sources, with a reason.
      const source = await call('source.create', {
        name,
        kind: 'other',
        reliability: 'F',
        originIds: [],
        confidential: false,
        codeName: null,
        note: '',
      });
      setTyped(null);
      onChange(source.id);
    } catch (failure) {
      setProblem(reportOf(failure).sentence);
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: leaving the field drops what was typed and not chosen
    <div onBlur={() => setTyped(null)}>
      <Combobox<Choice>
        label="Source"
        placeholder={value === undefined ? 'Several sources' : 'No source yet'}
        query={typed ?? current?.name ?? ''}
        onQuery={setTyped}
        options={choices}
        getKey={choice => choice.id ?? 'none'}
        onSelect={choice => {
          setTyped(null);
          if (choice.id !== value) onChange(choice.id);
        }}
        onCreate={exact ? undefined : name => void create(name)}
        createLabel={name => `New source “${name}”, not graded yet`}
        loading={!data}
        problem={problem ?? error}
        renderOption={choice => (
          <span className="source-choice">
            <span className="one-line">{choice.name}</span>
            {choice.id !== null && <GradeMark reliability={choice.reliability} />}
          </span>
        )}
      />
    </div>
  );
}

function contains(name: string, typed: string): boolean {
  return foldText(name).folded.includes(foldText(typed.trim()).folded);
}
