/** An amount as printed, the number read from it, and the same in another unit by a factor that is said. */
import {
  convertQuantity,
  products,
  readQuantity,
  unitNamed,
  units,
  unitsFor,
} from '../../../../shared/domain/entity/quantity.ts';
import type { Quantity, StatementDetail } from '../../../../shared/domain/entity/statement.ts';
import { useState } from 'react';
import { Select, TextField } from '../../../ui/index.ts';
import { quantityWords } from '../statementWords.ts';
import type { ValueDraft } from './valueDraft.ts';

export interface QuantityFieldProps {
  label: string;
  draft: ValueDraft;
  onChange(draft: ValueDraft): void;
  autoFocus?: boolean;
}

export function QuantityField({ label, draft, onChange, autoFocus }: QuantityFieldProps) {
  const { quantity, converted } = draft.detail;
  const [amount, setAmount] = useState(quantity ? String(quantity.amount) : '');
  const [product, setProduct] = useState('');
  const named = products.find(one => one.product === product) ?? null;
  const settle = (typed: string, next: Quantity | null, toUnit = converted?.unit ?? '', of = named) => {
    const { quantity: _, converted: __, ...rest } = draft.detail;
    const detail: StatementDetail = { ...rest };
    if (next) detail.quantity = next;
    const other = next && toUnit !== '' ? convertQuantity(next, toUnit, of) : null;
    if (other) detail.converted = other;
    onChange({ ...draft, typed, detail });
  };
  const typePrinted = (typed: string) => {
    const read = readQuantity(typed);
    if (read) setAmount(String(read.amount));
    settle(typed, read ?? quantity ?? null);
  };
  const typeAmount = (typed: string) => {
    setAmount(typed);
    const number = typed.trim() === '' ? Number.NaN : Number(typed.replaceAll(',', ''));
    settle(draft.typed, Number.isFinite(number) ? { amount: number, unit: quantity?.unit ?? '' } : null);
  };
  const options = quantity ? unitsFor(quantity.unit, named) : [];
  const isLiquidOrMass = ['volume', 'mass'].includes(unitNamed(quantity?.unit ?? '')?.dimension ?? '');
  return (
    <div className="quantity-field">
      <TextField
        label={`${label}, as printed`}
        value={draft.typed}
        onChange={typePrinted}
        autoFocus={autoFocus}
        placeholder="e.g. 1,000 bbl"
        maxLength={300}
        hint={
          draft.typed.trim() !== '' && !readQuantity(draft.typed)
            ? 'Not read by itself: write amount and unit beside it. The words stay as printed.'
            : undefined
        }
      />
      <TextField label="Amount" value={amount} onChange={typeAmount} maxLength={40} />
      <TextField
        label="Unit"
        value={quantity?.unit ?? ''}
        onChange={unit => settle(draft.typed, quantity ? { ...quantity, unit } : null)}
        maxLength={40}
        hint={unitNamed(quantity?.unit ?? '')?.label}
        placeholder={units
          .slice(0, 2)
          .map(one => one.unit)
          .join(', ')}
        disabled={!quantity}
      />
      {isLiquidOrMass && (
        <Select
          label="Product"
          hint="Named by you; needed between volume and mass."
          value={product}
          options={[
            { value: '', label: 'not said' },
            ...products.map(one => ({
              value: one.product,
              label: `${one.label}, ${one.barrelsPerTonne} bbl/t${one.isToVerify ? ' (verify)' : ''}`,
            })),
          ]}
          onChange={chosen => {
            setProduct(chosen);
            settle(
              draft.typed,
              quantity ?? null,
              converted?.unit,
              products.find(one => one.product === chosen) ?? null,
            );
          }}
        />
      )}
      {options.length > 0 && (
        <Select
          label="The same in"
          value={converted?.unit ?? ''}
          options={[
            { value: '', label: 'no other unit' },
            ...options.map(({ unit, label: words }) => ({ value: unit, label: words })),
          ]}
          onChange={unit => settle(draft.typed, quantity ?? null, unit)}
          hint={converted && `${quantityWords(converted)}; ${converted.note}`}
        />
      )}
    </div>
  );
}
