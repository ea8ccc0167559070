/** Beside selected words: whose name is it? The vault's matches with why, then a new entity of the likely kind; then how credible it is. */
import type { CaseId } from '../../../../shared/kernel/ids.ts';
import { Popover } from '../../../ui/index.ts';
import { ChooseEntity } from './ChooseEntity.tsx';
import { RecordedEntity } from './RecordedEntity.tsx';
import type { Taking } from './useTakingEntity.ts';
import './fromReading.css';

export function EntityPopover({ taking, caseId }: { taking: Taking; caseId: CaseId }) {
  const { state } = taking;
  if (!state) return null;
  const { x, y, width, height } = state.anchor;
  return (
    <Popover
      open
      onClose={taking.close}
      anchor={{ left: x, top: y, right: x + width, bottom: y + height }}
      label="Entity from the page"
      takeFocus={false}
    >
      <div className="from-reading">
        {state.recorded ? (
          <RecordedEntity taking={taking} recorded={state.recorded} />
        ) : (
          <ChooseEntity key={selectionKey(state)} taking={taking} state={state} caseId={caseId} />
        )}
        {taking.error && (
          <p className="from-reading-problem" role="alert">
            {taking.error.sentence}
          </p>
        )}
      </div>
    </Popover>
  );
}

/** Other words are another choice: what was typed for the last ones is not for these. */
function selectionKey({ selection }: NonNullable<Taking['state']>): string {
  return selection.kind === 'words'
    ? `${selection.pageIndex} ${selection.share ?? ''} ${selection.quote.prefix}${selection.quote.exact}`
    : `${selection.pageIndex} ${JSON.stringify(selection.rect)}`;
}
