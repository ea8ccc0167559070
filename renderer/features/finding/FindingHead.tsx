import { type FindingStage, type FindingView, findingName } from '../../../shared/domain/finding.ts';
import { Select, StatusMark, TextArea } from '../../ui/index.ts';
import { CommentsButton } from '../comment/index.ts';
import { stageWords } from './stageWords.ts';
import type { FindingActions } from './useFinding.ts';

const stages = (Object.keys(stageWords) as FindingStage[]).map(value => ({ value, label: stageWords[value] }));

/** The finding's number, title, status and stage. */
export function FindingHead({ finding, actions }: { finding: FindingView; actions: FindingActions }) {
  return (
    <header className="finding-head">
      <span className="finding-head-number">{findingName(finding)}</span>
      <h1 className="visually-hidden">{finding.title}</h1>
      <div className="finding-head-title">
        {/* An area, so that a long title is seen whole; it holds one line of text all the same. */}
        <TextArea
          label="Title of the finding"
          hideLabel
          rows={1}
          value={finding.title}
          maxLength={300}
          onKeyDown={event => {
            if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
            event.preventDefault();
            event.currentTarget.blur();
          }}
          onCommit={typed => {
            const title = typed.replace(/\s+/g, ' ').trim();
            if (title !== '') actions.retitle(title);
          }}
        />
      </div>
      <CommentsButton key={finding.id} subject={{ kind: 'finding', id: finding.id }} name={findingName(finding)} />
      <StatusMark status={finding.status} />
      <Select label="Stage" hideLabel value={finding.stage} options={stages} onChange={actions.setStage} />
    </header>
  );
}
