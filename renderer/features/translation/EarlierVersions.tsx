/** What stood before and what was withdrawn, by all hands: a report may have printed it. Asked for only when unfolded. */
import { ChevronRight, Undo2 } from 'lucide-react';
import { useId, useState } from 'react';
import type { Translation } from '../../../shared/domain/translation.ts';
import type { ExhibitId, PassageId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Badge, Button, Failed, formatCount, InstantText, Loading } from '../../ui/index.ts';
import { endWords, placeWords, translationLine } from './translationWords.ts';
import { useTranslationSteps } from './useTranslationSteps.ts';

export interface EarlierVersionsProps {
  exhibitId: ExhibitId;
  /** Of one page or one passage; of the whole exhibit without either. */
  pageIndex?: number;
  passageId?: PassageId;
}

export function EarlierVersions(props: EarlierVersionsProps) {
  const [open, setOpen] = useState(false);
  const id = useId();
  return (
    <div className="translation-earlier">
      <button
        type="button"
        className="inspector-fold"
        aria-expanded={open}
        aria-controls={open ? id : undefined}
        onClick={() => setOpen(now => !now)}
      >
        <ChevronRight size={14} aria-hidden />
        Earlier and withdrawn versions
      </button>
      {open && (
        <div id={id}>
          <Versions {...props} />
        </div>
      )}
    </div>
  );
}

const STEP = 20;

function Versions({ exhibitId, pageIndex, passageId }: EarlierVersionsProps) {
  const { data, error, refetch } = useQuery('translation.listForExhibit', { exhibitId, pageIndex, history: true });
  const [most, setMost] = useState(STEP);
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Looking for earlier versions" rows={2} />;
  const earlier = data
    .filter(one => one.supersededAt !== null || one.withdrawnAt !== null)
    .filter(({ of }) => passageId === undefined || (of.kind === 'passage' && of.passageId === passageId))
    .toSorted((left, right) => (left.writtenAt === right.writtenAt ? 0 : left.writtenAt < right.writtenAt ? 1 : -1));
  if (earlier.length === 0) return <p className="inspector-soft">None: nothing was changed or withdrawn.</p>;
  const withPlace = pageIndex === undefined && passageId === undefined;
  return (
    <>
      <ul className="inspector-list" aria-label="Earlier and withdrawn versions">
        {earlier.slice(0, most).map(one => (
          <Version key={one.id} translation={one} withPlace={withPlace} />
        ))}
      </ul>
      {earlier.length > most && (
        <Button kind="quiet" onPress={() => setMost(now => now + STEP)}>
          {`Show more of ${formatCount(earlier.length)}`}
        </Button>
      )}
    </>
  );
}

function Version({ translation, withPlace }: { translation: Translation; withPlace: boolean }) {
  const { id, version, text, language, writtenBy, writtenAt, supersededAt, withdrawnAt, certificationNote } =
    translation;
  const steps = useTranslationSteps();
  return (
    <li className="translation-version">
      <span>
        Version {version}
        {withPlace && ` of ${placeWords(translation)}`} <Badge>{endWords(translation)}</Badge>
      </span>
      <span className="inspector-soft">
        {translationLine(translation)}
        {certificationNote !== '' && ` (${certificationNote})`}. Saved by {writtenBy},{' '}
        <InstantText at={writtenAt} withTime />
        {withdrawnAt !== null ? (
          <>
            ; withdrawn <InstantText at={withdrawnAt} withTime />
          </>
        ) : (
          supersededAt !== null && (
            <>
              ; superseded <InstantText at={supersededAt} withTime />
            </>
          )
        )}
      </span>
      {text !== '' && (
        <div className="translation-version-words" lang={language} dir="auto">
          {text}
        </div>
      )}
      {withdrawnAt !== null && supersededAt === null && (
        <Button kind="quiet" icon={Undo2} label={`Restore version ${version}`} onPress={() => steps.restore(id)}>
          Restore
        </Button>
      )}
    </li>
  );
}
