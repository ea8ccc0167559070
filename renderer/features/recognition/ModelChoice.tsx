import { ModelName, modelWords } from '../../../shared/domain/recognition.ts';
import { Checkbox } from '../../ui/index.ts';

interface ModelChoiceProps {
  label: string;
  chosen: readonly ModelName[];
  suggested?: readonly ModelName[];
  disabled?: boolean;
  onChange(models: ModelName[]): void;
}

/** The languages of the print. The one that was chosen first is tried first. */
export function ModelChoice({ label, chosen, suggested = [], disabled, onChange }: ModelChoiceProps) {
  const toggle = (model: ModelName, on: boolean) =>
    onChange(on ? [...chosen, model] : chosen.filter(one => one !== model));
  return (
    <fieldset className="model-choice">
      <legend>{label}</legend>
      {ModelName.options.map(model => (
        <Checkbox
          key={model}
          label={suggested.includes(model) ? `${modelWords[model]} (suggested)` : modelWords[model]}
          checked={chosen.includes(model)}
          disabled={disabled}
          onChange={on => toggle(model, on)}
        />
      ))}
    </fieldset>
  );
}
