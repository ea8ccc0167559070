/** Which translations of an exhibit there are, by whom; and where a new one begins. */
import { Columns2, Link2, X } from 'lucide-react';
import { useState } from 'react';
import type { TranslationSummary } from '../../../shared/contract/translation.ts';
import { type Exhibit, exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { useQuery } from '../../api/index.ts';
import { Button, countOf, Failed, IconButton, Loading, Mono, Section } from '../../ui/index.ts';
import { useNavigate } from '../../workbench/index.ts';
import { EarlierVersions } from './EarlierVersions.tsx';
import { LinkTranslation } from './LinkTranslation.tsx';
import { TranslationPane } from './TranslationPane.tsx';
import { translationLine } from './translationWords.ts';
import { useTranslationSteps } from './useTranslationSteps.ts';
import './translation.css';

export type Translated = Pick<Exhibit, 'id' | 'caseId' | 'number' | 'title' | 'pageCount' | 'languages'>;

export function TranslationsOfExhibit({ exhibit }: { exhibit: Translated }) {
  const { data, error, refetch } = useQuery('translation.summarise', { exhibitId: exhibit.id });
  const stands = data !== undefined && data.rows.length > 0;
  // Most exhibits were never translated, and have nothing to unfold.
  const history = { exhibitId: exhibit.id, history: true };
  const { data: withdrawn } = useQuery('translation.listForExhibit', history, { skip: data === undefined || stands });
  const wasThere = withdrawn !== undefined && withdrawn.length > 0;
  const [page, setPage] = useState<number | null>(null);
  const [linking, setLinking] = useState(false);
  if (error) return <Failed error={error} onRetry={refetch} />;
  return (
    <Section title="Translations" count={data && data.rows.length > 0 ? data.rows.length : undefined}>
      {!data && <Loading label="Looking for translations" rows={1} />}
      {data && data.rows.length > 0 && (
        <ul className="inspector-list" aria-label="Translations">
          {data.rows.map(row => (
            <Summary
              key={`${row.language} ${row.translator} ${row.method} ${row.isCertified} ${row.linked?.translationId}`}
              row={row}
              onOpen={() => setPage(row.firstPage ?? 0)}
            />
          ))}
        </ul>
      )}
      {data?.translates.map(original => (
        <Original key={original.exhibitId} original={original} />
      ))}
      {(stands || wasThere) && <EarlierVersions exhibitId={exhibit.id} />}
      <div className="inspector-actions">
        <Button kind="quiet" icon={Columns2} disabled={exhibit.pageCount === 0} onPress={() => setPage(0)}>
          Translate page by page
        </Button>
        <Button kind="quiet" icon={Link2} onPress={() => setLinking(now => !now)}>
          Another exhibit is the translation …
        </Button>
      </div>
      {linking && <LinkTranslation exhibit={exhibit} onDone={() => setLinking(false)} />}
      {page !== null && <TranslationPane exhibit={exhibit} startAt={page} onClose={() => setPage(null)} />}
    </Section>
  );
}

function Summary({ row, onOpen }: { row: TranslationSummary; onOpen(): void }) {
  const { go } = useNavigate();
  const steps = useTranslationSteps();
  const { linked } = row;
  if (linked) {
    return (
      <li className="translation-summary">
        <button type="button" className="inspector-link" onClick={() => go({ exhibitId: linked.exhibitId })}>
          <Mono>{exhibitNumber(linked.number)}</Mono>
          <span>
            <span dir="auto">{linked.title}</span> <span className="inspector-soft">{translationLine(row)}</span>
          </span>
        </button>
        <IconButton
          icon={X}
          size={15}
          label={`${exhibitNumber(linked.number)} is not the translation`}
          onPress={() => steps.withdraw(linked.translationId)}
        />
      </li>
    );
  }
  const places = [
    row.pageCount > 0 && countOf(row.pageCount, 'page'),
    row.passageCount > 0 && countOf(row.passageCount, 'passage'),
  ].filter(Boolean);
  return (
    <li>
      <button type="button" className="inspector-link" onClick={onOpen}>
        <span>
          {translationLine(row)} <span className="inspector-soft">{places.join(', ')}</span>
        </span>
      </button>
    </li>
  );
}

function Original({ original }: { original: { exhibitId: Exhibit['id']; number: number; title: string } }) {
  const { go } = useNavigate();
  return (
    <p className="inspector-soft">
      This exhibit is the translation of{' '}
      <button type="button" className="translation-original" onClick={() => go({ exhibitId: original.exhibitId })}>
        {exhibitNumber(original.number)} {original.title}
      </button>
    </p>
  );
}
