/** Two exhibits side by side, and the decision whether one is a copy of the other. */
import { useEffect, useRef, useState } from 'react';
import type { CopyProposal } from '../../../shared/contract/copy.ts';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { useCommand } from '../../api/index.ts';
import { Button, InstantText, Mono, Panel, Segmented, Select, TextField } from '../../ui/index.ts';
import { useNavigate, useUndo } from '../../workbench/index.ts';
import { decisionStep } from './copySteps.ts';
import { likenessWords, type Named, verdictWords } from './copyWords.ts';
import { PicturesSideBySide } from './PicturesSideBySide.tsx';
import { TextsSideBySide } from './TextsSideBySide.tsx';

export interface CompareCopiesProps {
  left: Named;
  right: CopyProposal;
  onClose(): void;
}

export function CompareCopies({ left, right, onClose }: CompareCopiesProps) {
  const [view, setView] = useState<'text' | 'picture'>(right.kind);
  return (
    <Panel
      open
      wide
      title={`${exhibitNumber(left.number)} beside ${exhibitNumber(right.number)}`}
      onClose={onClose}
      footer={<Decision left={left} right={right} />}
    >
      <div className="compare">
        <div className="compare-tools">
          <span>{likenessWords(right)}, estimated by machine</span>
          <Segmented
            label="Compare"
            value={view}
            onChange={setView}
            options={[
              { value: 'text', label: 'Words' },
              { value: 'picture', label: 'Pages' },
            ]}
          />
        </div>
        <div className="compare-row compare-heads">
          <Head exhibit={left} onClose={onClose} />
          <Head exhibit={right} onClose={onClose} />
        </div>
        {view === 'text' ? (
          <TextsSideBySide left={left} right={right} />
        ) : (
          <PicturesSideBySide left={left} right={right} />
        )}
      </div>
    </Panel>
  );
}

function Head({ exhibit, onClose }: { exhibit: Named; onClose(): void }) {
  const { go } = useNavigate();
  return (
    <button
      type="button"
      className="inspector-link"
      onClick={() => {
        onClose();
        go({ exhibitId: exhibit.exhibitId });
      }}
    >
      <Mono>{exhibitNumber(exhibit.number)}</Mono>
      <span className="one-line" dir="auto" title={exhibit.title}>
        {exhibit.title}
      </span>
    </button>
  );
}

/** Which of the two is the copy is part of the decision; the later one is proposed. */
function Decision({ left, right }: Pick<CompareCopiesProps, 'left' | 'right'>) {
  const [earlier, later] = left.number < right.number ? [left, right] : [right, left];
  const [copy, setCopy] = useState(later.exhibitId);
  const [note, setNote] = useState('');
  const decide = useCommand('copy.decide');
  const { verdict } = right;
  const original = copy === later.exhibitId ? earlier : later;
  const undo = useUndo();
  const run = (decided: 'copy' | 'not-a-copy' | 'open') => {
    const decision = { exhibitId: copy, otherId: original.exhibitId, verdict: decided, note };
    decide
      .run(decision)
      .then(() => {
        undo.push(decisionStep(decision, verdict));
        setNote('');
      })
      .catch(() => undefined);
  };
  const decided = verdictWords(verdict, left, right);
  const foot = useRef<HTMLDivElement>(null);
  const shown = useRef(decided);
  useEffect(() => {
    // The button that was pressed is gone; the focus stays in the panel, so that its keys are heard.
    if (shown.current !== decided) foot.current?.focus();
    shown.current = decided;
  }, [decided]);
  if (decided !== null && verdict) {
    return (
      <div ref={foot} className="compare-decision" tabIndex={-1}>
        <span className="compare-decided">
          Decided: {decided}, by {verdict.decidedBy}, <InstantText at={verdict.decidedAt} />
          {verdict.note !== '' && `. ${verdict.note}`}
        </span>
        <Button busy={decide.running} problem={decide.error} onPress={() => run('open')}>
          Take the decision back
        </Button>
      </div>
    );
  }
  const wording = (from: Named, to: Named) => `${exhibitNumber(from.number)} is a copy of ${exhibitNumber(to.number)}`;
  return (
    <div ref={foot} className="compare-decision" tabIndex={-1}>
      <Select
        label="Which is the copy"
        value={copy}
        onChange={setCopy}
        options={[
          { value: later.exhibitId, label: wording(later, earlier) },
          { value: earlier.exhibitId, label: wording(earlier, later) },
        ]}
      />
      <TextField label="Why (goes into the custody log)" value={note} onChange={setNote} maxLength={2000} />
      <Button kind="primary" busy={decide.running} problem={decide.error} onPress={() => run('copy')}>
        Accept
      </Button>
      <Button busy={decide.running} onPress={() => run('not-a-copy')}>
        Not a copy
      </Button>
    </div>
  );
}
