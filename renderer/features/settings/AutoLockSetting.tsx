import { useCommand } from '../../api/index.ts';
import { Select } from '../../ui/index.ts';

const offered = [1, 2, 5, 10, 15, 30, 60, 120, 240];

export function AutoLockSetting({ minutes, onChanged }: { minutes: number; onChanged(): void }) {
  const set = useCommand('vault.setLockAfter');
  const choices = [...new Set([...offered, minutes])].sort((left, right) => left - right);
  return (
    <Select
      label="Lock by itself after"
      hint="Counted from the last key, click or scroll. It also locks when the computer sleeps."
      problem={set.error}
      value={String(minutes)}
      options={choices.map(choice => ({
        value: String(choice),
        label: choice === 1 ? '1 minute' : `${choice} minutes`,
      }))}
      onChange={value => void set.run({ minutes: Number(value) }).then(onChanged, () => undefined)}
    />
  );
}
