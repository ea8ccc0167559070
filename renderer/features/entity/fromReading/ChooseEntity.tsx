/** The list of the pop-over, open from the start: arrows choose, Enter takes, typing looks for others or corrects the name. */
import { X } from 'lucide-react';
import { type KeyboardEvent, useDeferredValue, useEffect, useId, useRef, useState } from 'react';
import { schemaOrThing } from '../../../../shared/domain/ftm/index.ts';
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { useQuery } from '../../../api/index.ts';
import { classes, Failed, IconButton, Loading, Select } from '../../../ui/index.ts';
import { SuggestionLine } from '../EntityPicker.tsx';
import { propertyLabel } from '../propertyWords.ts';
import { schemaIcon } from '../../entityLink/index.ts';
import {
  askedSchemata,
  type EntityOption,
  entityOptions,
  isNameProperty,
  offeredProperties,
  optionKey,
} from './entityOptions.ts';
import { recordedValue } from './recordedValue.ts';
import type { Taking, TakingState } from './useTakingEntity.ts';

const MOST_SUGGESTED = 6;

export interface ChooseEntityProps {
  taking: Taking;
  state: TakingState;
  caseId: CaseId;
}

export function ChooseEntity({ taking, state, caseId }: ChooseEntityProps) {
  const { guess } = state;
  const [property, setProperty] = useState(guess.property);
  const isName = isNameProperty(property);
  const [typed, setTyped] = useState(isNameProperty(guess.property) ? guess.value : '');
  const [active, setActive] = useState(0);
  const [all, setAll] = useState(false);
  /** Enter was pressed before the vault had answered: a double must not be made for want of a moment. */
  const [isAwaited, setAwaited] = useState(false);
  const listId = useId();
  const input = useRef<HTMLInputElement>(null);
  const list = useRef<HTMLDivElement>(null);
  const words = typed.trim() === '' ? guess.value : typed.trim();
  const asked = useDeferredValue(words);
  const schemata = askedSchemata(property);
  const { data, error, loading, refetch } = useQuery(
    'entity.suggest',
    { caseId, words: asked, schemata, kinds: ['thing'], limit: MOST_SUGGESTED },
    { keepPrevious: true, skip: asked === '' },
  );
  const isReady = asked === '' || (data !== undefined && !loading && asked === words);
  const options = entityOptions({
    suggestions: asked === '' ? [] : (data ?? []),
    guess,
    property,
    all,
    canMake: words !== '',
    // The number stays that of the page: words typed beside it are of whose it is.
    isSought: !isName && typed.trim() !== '',
  });
  const at = Math.min(active, Math.max(0, options.length - 1));
  const option = options[at];
  const isUnmatched = !isName && typed.trim() !== '' && isReady && !options.some(one => one.kind === 'known');

  const take = (chosen: EntityOption) => {
    if (chosen.kind === 'more') {
      setAll(true);
      return;
    }
    const value = recordedValue(chosen, { guess, property, typed });
    if (chosen.kind === 'new') taking.take({ entity: { schema: chosen.schema }, property, value, wasInCase: true });
    else {
      const { id, inCase } = chosen.suggestion;
      taking.take({ entity: { entityId: id }, property, value, wasInCase: inCase });
    }
  };
  useEffect(() => input.current?.focus(), []);
  useEffect(() => {
    list.current?.querySelector('[aria-selected="true"]')?.scrollIntoView?.({ block: 'nearest' });
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the answer is there
  useEffect(() => {
    if (!isAwaited || !isReady || taking.busy) return;
    setAwaited(false);
    if (option) take(option);
  }, [isAwaited, isReady]);

  const keyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const move = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (move !== undefined && options.length > 0) setActive((at + move + options.length) % options.length);
    else if (event.key === 'Enter' && !taking.busy) setAwaited(true);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <>
      <header className="from-reading-head">
        <h2>{isName ? 'Whose name is it?' : `Whose ${propertyLabel(null, property)} is it?`}</h2>
        <IconButton icon={X} label="Close" shortcut="Escape" onPress={taking.close} />
      </header>
      <div className="from-reading-fields">
        <input
          ref={input}
          className="input"
          role="combobox"
          aria-label={isName ? 'Name' : 'Name or number of whose it is'}
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={options.length > 0 ? `${listId}-${at}` : undefined}
          placeholder={isName ? 'Name' : 'Name or number of whose it is'}
          value={typed}
          autoComplete="off"
          spellCheck={false}
          dir="auto"
          maxLength={2000}
          onChange={event => {
            setTyped(event.target.value);
            setActive(0);
          }}
          onKeyDown={keyDown}
        />
        <Select
          label="Recorded as"
          hideLabel
          value={property}
          options={offeredProperties(guess).map(value => ({ value, label: propertyLabel(null, value) }))}
          onChange={chosen => {
            setProperty(chosen);
            setActive(0);
          }}
        />
      </div>
      {error && <Failed error={error} onRetry={refetch} />}
      <div className="from-reading-list" role="listbox" id={listId} aria-label="Entities" ref={list}>
        {!isReady && data === undefined && <Loading label="Looking in the vault" rows={2} />}
        {options.map((one, index) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the field above has the keyboard
          <div
            key={optionKey(one)}
            id={`${listId}-${index}`}
            role="option"
            tabIndex={-1}
            aria-selected={index === at}
            className={classes('from-reading-option', index === at && 'from-reading-option-active')}
            onPointerMove={() => setActive(index)}
            onPointerDown={event => event.preventDefault()}
            onClick={() => !taking.busy && take(one)}
          >
            <OptionWords option={one} note={guess.note} name={words} isName={isName} />
          </div>
        ))}
        {options.length === 0 && isReady && <p className="from-reading-soft">Type the name as it stands there.</p>}
      </div>
      {isUnmatched && (
        <p className="from-reading-soft">
          Nothing that has {propertyLabel(null, property)} goes by “<bdi>{typed.trim()}</bdi>”. A new one is named by
          the number until its name is recorded.
        </p>
      )}
      {option && option.kind !== 'more' && (
        <p className="from-reading-soft" aria-live="polite">
          {option.kind === 'new' && isName && guess.note === '' && 'Nothing beside the words tells what kind it is. '}
          Records “<bdi>{recordedValue(option, { guess, property, typed })}</bdi>” as{' '}
          {propertyLabel(null, property).toLowerCase() === 'name' ? 'its name' : propertyLabel(null, property)}, cited
          to these words.
        </p>
      )}
    </>
  );
}

interface OptionWordsProps {
  option: EntityOption;
  note: string;
  name: string;
  isName: boolean;
}

function OptionWords({ option, note, name, isName }: OptionWordsProps) {
  if (option.kind === 'known') return <SuggestionLine suggestion={option.suggestion} />;
  if (option.kind === 'more') return <span className="from-reading-more">Another kind …</span>;
  const Icon = schemaIcon(option.schema);
  return (
    <span className="entity-option">
      <span className="entity-option-name">
        <Icon size={14} aria-hidden />
        <span className="one-line">
          New {schemaOrThing(option.schema).label.toLowerCase()}
          {isName && (
            <>
              {' '}
              “<bdi>{name}</bdi>”
            </>
          )}
        </span>
      </span>
      {option.isGuess && <span className="entity-option-why one-line">A guess: {note}</span>}
    </span>
  );
}
