/** Original and translation side by side, page by page. What is typed is saved when the field is left. */
import { ChevronLeft, ChevronRight, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { exhibitNumber } from '../../../shared/domain/exhibit.ts';
import { printedPage } from '../../../shared/domain/rendition.ts';
import type { Translation, TranslationDetails } from '../../../shared/domain/translation.ts';
import type { ExhibitId, TranslationId } from '../../../shared/kernel/ids.ts';
import { useQuery } from '../../api/index.ts';
import { Button, Failed, IconButton, InstantText, Loading, Panel, Segmented, TextArea } from '../../ui/index.ts';
import { DetailsFields } from './DetailsFields.tsx';
import { EarlierVersions } from './EarlierVersions.tsx';
import type { Translated } from './TranslationsOfExhibit.tsx';
import { detailsOf, languageName, newDetails, translationLine } from './translationWords.ts';
import { useVersions } from './useVersions.ts';
import './translation.css';

export interface TranslationPaneProps {
  exhibit: Translated;
  startAt: number;
  onClose(): void;
}

export function TranslationPane({ exhibit, startAt, onClose }: TranslationPaneProps) {
  const [pageIndex, setPageIndex] = useState(startAt);
  const linked = useLinkedExhibit(exhibit.id);
  const [side, setSide] = useState<'written' | 'linked'>('written');
  // Who translates one page most often translates the next.
  const [details, setDetails] = useState(newDetails);
  const last = exhibit.pageCount - 1;
  return (
    <Panel open wide title={`${exhibitNumber(exhibit.number)} and its translation`} onClose={onClose}>
      <div className="translation-pane">
        <div className="translation-tools">
          <IconButton
            icon={ChevronLeft}
            label="Page before"
            disabled={pageIndex === 0}
            onPress={() => setPageIndex(now => now - 1)}
          />
          <span role="status">
            Page {pageIndex + 1} of {exhibit.pageCount}
          </span>
          <IconButton
            icon={ChevronRight}
            label="Next page"
            disabled={pageIndex >= last}
            onPress={() => setPageIndex(now => now + 1)}
          />
          {linked && (
            <Segmented
              label="Translation"
              value={side}
              onChange={setSide}
              options={[
                { value: 'written', label: 'Written here' },
                { value: 'linked', label: exhibitNumber(linked.number) },
              ]}
            />
          )}
        </div>
        <div className="translation-sides">
          <PageText heading="Original" exhibitId={exhibit.id} pageIndex={pageIndex} languages={exhibit.languages} />
          {side === 'linked' && linked ? (
            <PageText
              heading={translationLine(linked.row)}
              exhibitId={linked.exhibitId}
              pageIndex={pageIndex}
              languages={[linked.row.language]}
            />
          ) : (
            <WrittenPage
              key={pageIndex}
              exhibitId={exhibit.id}
              pageIndex={pageIndex}
              details={details}
              onDetails={setDetails}
            />
          )}
        </div>
      </div>
    </Panel>
  );
}

/** The first exhibit that is the translation of this one, if any. */
function useLinkedExhibit(exhibitId: ExhibitId) {
  const { data } = useQuery('translation.summarise', { exhibitId });
  const row = data?.rows.find(one => one.linked !== null);
  return row?.linked ? { ...row.linked, row } : null;
}

interface PageTextProps {
  heading: string;
  exhibitId: ExhibitId;
  pageIndex: number;
  languages: readonly string[];
}

function PageText({ heading, exhibitId, pageIndex, languages }: PageTextProps) {
  const { data, error, refetch } = useQuery('exhibit.pages', { exhibitId, from: pageIndex, count: 1 });
  const page = data?.find(one => one.index === pageIndex);
  const [only, ...others] = languages;
  return (
    <section className="translation-side" aria-label={heading}>
      <h3 className="translation-heading">
        {heading}
        {page && <span className="inspector-soft"> {printedPage(page, page.sheet ? 'sheet' : undefined)}</span>}
      </h3>
      {error && <Failed error={error} onRetry={refetch} />}
      {!data && !error && <Loading label="Reading the page" rows={6} />}
      {data && !page && <p className="inspector-soft">It has no such page.</p>}
      {page && page.text.trim() === '' && <p className="inspector-soft">No words were read on this page.</p>}
      {page && (
        <div className="translation-text" dir="auto" lang={others.length === 0 ? only : undefined}>
          {page.text}
        </div>
      )}
    </section>
  );
}

interface WrittenPageProps {
  exhibitId: ExhibitId;
  pageIndex: number;
  /** What a new translation starts from. */
  details: TranslationDetails;
  onDetails(details: TranslationDetails): void;
}

/** Several hands may have translated a page; each has its own versions. */
function WrittenPage(props: WrittenPageProps) {
  const { exhibitId, pageIndex } = props;
  const { data, error, refetch } = useQuery('translation.listForExhibit', { exhibitId, pageIndex });
  const [chosen, setChosen] = useState<TranslationId | 'another' | null>(null);
  /** Counts the person's choices: what is typed stays in its field until another is chosen. */
  const [turn, setTurn] = useState(0);
  const shown = useRef<Translation | null>(null);
  const choose = (which: typeof chosen) => {
    setChosen(which);
    setTurn(now => now + 1);
  };
  if (error) return <Failed error={error} onRetry={refetch} />;
  if (!data) return <Loading label="Reading the translation" rows={6} />;
  // A version that was just written is not in the list for a moment: the one before stays in view until it is.
  const translation =
    chosen === 'another'
      ? null
      : chosen === null
        ? (data[0] ?? null)
        : (data.find(one => one.id === chosen) ?? shown.current);
  shown.current = translation;
  return (
    <section className="translation-side" aria-label="Translation">
      <h3 className="translation-heading">Translation</h3>
      {data.length > 0 && (
        <Segmented
          label="Whose translation"
          value={translation?.id ?? 'another'}
          onChange={value => choose(data.find(one => one.id === value)?.id ?? 'another')}
          options={[
            ...data.map(one => ({
              value: one.id as string,
              label: `${languageName(one.language)}, ${one.translator || 'no translator'}`,
            })),
            { value: 'another', label: 'Another …' },
          ]}
        />
      )}
      <Draft key={turn} {...props} translation={translation} onSaved={setChosen} onWithdrawn={() => choose(null)} />
      <EarlierVersions exhibitId={exhibitId} pageIndex={pageIndex} />
    </section>
  );
}

interface DraftProps extends WrittenPageProps {
  translation: Translation | null;
  onSaved(id: TranslationId): void;
  onWithdrawn(): void;
}

function Draft({ exhibitId, pageIndex, translation, details: given, onDetails, onSaved, onWithdrawn }: DraftProps) {
  const [changed, setChanged] = useState<Partial<TranslationDetails>>({});
  const details = { ...(translation ? detailsOf(translation) : given), ...changed };
  const words = useRef(translation?.text ?? '');
  const versions = useVersions(exhibitId, { kind: 'page', pageIndex }, translation, onSaved);
  return (
    <>
      <TextArea
        label="Words of the translation"
        value={translation?.text ?? ''}
        serif
        rows={16}
        maxLength={500_000}
        onCommit={text => {
          words.current = text;
          versions.save(text, details);
        }}
      />
      <p className="inspector-soft">
        {translation ? (
          <>
            Version {translation.version}, saved by {translation.writtenBy},{' '}
            <InstantText at={translation.writtenAt} withTime />. Earlier versions are kept.
          </>
        ) : (
          'Saved when you leave the field.'
        )}
      </p>
      <DetailsFields
        details={details}
        onChange={change => {
          const next = { ...details, ...change };
          setChanged(now => ({ ...now, ...change }));
          onDetails(next);
          versions.save(words.current, next);
        }}
      />
      {translation && (
        <Button
          kind="quiet"
          icon={Undo2}
          onPress={() => {
            versions.withdraw(translation.id);
            onWithdrawn();
          }}
        >
          Withdraw this translation
        </Button>
      )}
    </>
  );
}
