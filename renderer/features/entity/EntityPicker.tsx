import { X } from 'lucide-react';
import { useDeferredValue, useMemo, useState } from 'react';
import type { EntitySuggestion } from '../../../shared/contract/entity.ts';
import type { EntityChip } from '../../../shared/domain/entity/entity.ts';
import { isA, kindOfSchema, schemaNames } from '../../../shared/domain/ftm/index.ts';
import type { CaseId, EntityId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Badge, Combobox, IconButton } from '../../ui/index.ts';
import { EntityLink, EntityWords } from '../entityLink/index.ts';
import './EntityPicker.css';

export interface EntityPickerProps {
  caseId: CaseId;
  label: string;
  /** Only these schemata and what descends from them; empty: any thing. */
  schemata?: readonly string[];
  value: EntityChip | null;
  onChange(entity: EntityChip | null): void;
  /** A name that nobody has yet: offered as "New …" where given. */
  onNew?(name: string): void;
  /** Not offered: the entity itself, sides that are taken. */
  except?: readonly EntityId[];
  hint?: string;
  placeholder?: string;
  autoFocus?: boolean;
}

/** A field in which one types a name or a number and takes an entity of the vault, with why it is offered. */
export function EntityPicker(props: EntityPickerProps) {
  const { label, value, onChange } = props;
  if (value === null) return <Choose {...props} />;
  return (
    <div className="field">
      <span className="field-label">{label}</span>
      <span className="entity-picked">
        <EntityLink entity={value} />
        <IconButton icon={X} size={14} label={`${label}: not ${value.caption}`} onPress={() => onChange(null)} />
      </span>
    </div>
  );
}

function Choose({
  caseId,
  label,
  schemata = [],
  onChange,
  onNew,
  except = [],
  hint,
  placeholder,
  autoFocus,
}: EntityPickerProps) {
  const [words, setWords] = useState('');
  const asked = useDeferredValue(words.trim());
  const { wanted, kinds } = useWanted(schemata);
  const { data, loading, error } = useQuery(
    'entity.suggest',
    { caseId, words: asked, schemata: wanted, kinds, except: [...except], limit: 8 },
    { keepPrevious: true },
  );
  return (
    <Combobox
      label={label}
      hint={hint}
      problem={error}
      placeholder={placeholder ?? 'Name or number'}
      query={words}
      onQuery={setWords}
      options={data ?? []}
      getKey={suggestion => suggestion.id}
      renderOption={suggestion => <SuggestionLine suggestion={suggestion} />}
      onSelect={({ id, schema, kind, caption, hint: told }) => {
        setWords('');
        onChange({ id, schema, kind, caption, hint: told });
      }}
      onCreate={
        onNew &&
        (name => {
          setWords('');
          onNew(name);
        })
      }
      createLabel={name => `New: “${name}”`}
      loading={loading}
      emptyText={asked === '' ? 'Type a name or a number.' : 'Nothing in the vault fits.'}
      autoFocus={autoFocus}
    />
  );
}

/** An entity that is offered, and the reasons for it. */
export function SuggestionLine({ suggestion }: { suggestion: EntitySuggestion }) {
  return (
    <span className="entity-option">
      <span className="entity-option-name">
        <EntityWords entity={suggestion} />
        {!suggestion.inCase && <Badge>other case</Badge>}
      </span>
      {suggestion.why.length > 0 && <span className="entity-option-why one-line">{suggestion.why.join(' · ')}</span>}
    </span>
  );
}

/** The schemata asked for, and the kinds that they and what descends from them are of. */
function useWanted(schemata: readonly string[]) {
  const key = schemata.join(' ');
  return useMemo(() => {
    const wanted = key.split(' ').filter(Boolean);
    if (wanted.length === 0 || wanted.includes('Thing')) return { wanted: [], kinds: ['thing' as const] };
    const fitting = schemaNames().filter(name => wanted.some(ancestor => isA(name, ancestor)));
    return { wanted, kinds: [...new Set(fitting.map(kindOfSchema))] };
  }, [key]);
}
