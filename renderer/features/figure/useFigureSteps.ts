/** The steps that change figures: each is saved at once and can be taken back. */
import { useMemo } from 'react';
import type { InputOf } from '../../../shared/contract/index.ts';
import type { Figure } from '../../../shared/domain/figure.ts';
import type { FigureId } from '../../../shared/kernel/ids.ts';
import { call } from '../../api/index.ts';
import { useStep } from '../citation/index.ts';

type Change = InputOf<'figure.update'>['change'];
export type FigureWords = Pick<Figure, 'caption' | 'sourceLine' | 'altText' | 'findingId'>;

export interface FigureSteps {
  add(input: InputOf<'figure.add'>): Promise<boolean>;
  change(figure: Figure, change: Partial<FigureWords>): Promise<boolean>;
  move(figureId: FigureId, from: number, to: number): Promise<boolean>;
  withdraw(figureId: FigureId): Promise<boolean>;
  restore(figureId: FigureId): Promise<boolean>;
}

export function useFigureSteps(): FigureSteps {
  const step = useStep();
  return useMemo(() => {
    const withdraw = async (figureId: FigureId) => void (await call('figure.withdraw', { figureId }));
    const restore = async (figureId: FigureId) => void (await call('figure.restore', { figureId }));
    const update = async (figureId: FigureId, change: Change) =>
      void (await call('figure.update', { figureId, change }));
    return {
      add: input =>
        step(async () => {
          const { id } = await call('figure.add', input);
          return { label: 'adding a figure', undo: () => withdraw(id), redo: () => restore(id) };
        }, 'Figure added to the report.'),
      change: (figure, change) =>
        step(async () => {
          const before = Object.fromEntries(Object.keys(change).map(key => [key, figure[key as keyof FigureWords]]));
          await update(figure.id, change);
          return {
            label: 'changing a figure',
            undo: () => update(figure.id, before),
            redo: () => update(figure.id, change),
          };
        }),
      move: (figureId, from, to) =>
        step(async () => {
          await update(figureId, { position: to });
          return {
            label: 'moving a figure',
            undo: () => update(figureId, { position: from }),
            redo: () => update(figureId, { position: to }),
          };
        }),
      withdraw: figureId =>
        step(async () => {
          await withdraw(figureId);
          return { label: 'removing a figure', undo: () => restore(figureId), redo: () => withdraw(figureId) };
        }, 'Figure removed from the report.'),
      restore: figureId =>
        step(async () => {
          await restore(figureId);
          return { label: 'restoring a figure', undo: () => withdraw(figureId), redo: () => restore(figureId) };
        }),
    };
  }, [step]);
}
