/**
 * The reading pane: an exhibit drawn in a frame of another origin, which has no way to anything but this pane's port.
 * Pages, marks and a target go in; selections, pressed marks and keys come out.
 */
import { FileQuestion } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { pageKindOf } from '../../shared/domain/rendition.ts';
import { Button, Empty, Failed, Loading, Notice } from '../ui/index.ts';
import { READER_FRAME_URL } from './frameMessages.ts';
import { pageNames } from './frameWords.ts';
import { PasswordPrompt } from './PasswordPrompt.tsx';
import type { ReadingPaneProps } from './readingTypes.ts';
import { useRememberedFlag } from './rememberedFlag.ts';
import { FindBar } from './toolbar/FindBar.tsx';
import { ReaderToolbar } from './toolbar/ReaderToolbar.tsx';
import { unreadableNote } from './unreadableNote.ts';
import { useBeside } from './useBeside.ts';
import { useReader } from './useReader.ts';
import { useTheme } from './useTheme.ts';
import { viewKind } from './viewKind.ts';
import './ReadingPane.css';

/** Most documents open within a second; whoever waits this long is offered the text. */
const SLOW_MS = 6_000;

export function ReadingPane(props: ReadingPaneProps & { frameUrl?: string }) {
  const { exhibit, source, frameUrl = READER_FRAME_URL } = props;
  const [asText, setAsText] = useState<string | null>(null);
  const [findAsked, setFindAsked] = useState(0);
  const [dim, setDim] = useRememberedFlag('probatum.reader.dim');
  const theme = useTheme();
  const drawn = viewKind(source.mediaType, source.holdsCells);
  const hasText = exhibit.pageCount > 0;
  const view = asText === exhibit.id && hasText ? 'text' : drawn;
  const note = unreadableNote(exhibit, source.mediaType);
  const labels = useLabels(props);
  const pageKind = pageKindOf(source.mediaType);
  const names = useMemo(() => pageNames(labels, exhibit.pageCount, pageKind), [labels, exhibit.pageCount, pageKind]);
  const askFind = () => setFindAsked(asked => asked + 1);
  const reader = useReader({
    ...props,
    view,
    frameUrl,
    theme,
    dim: dim && theme === 'dark',
    names,
    onFindAsked: askFind,
  });
  const { state, command } = reader;
  const hasPicture = view === 'pdf' || view === 'picture';
  const beside = useBeside(hasPicture && hasText, state.phase === 'open', command);
  const canFind = view !== 'picture' || hasText;
  const slow = useSlow(state.phase === 'opening' && note === null, `${exhibit.id} ${view}`);

  useEffect(() => {
    const find = (event: KeyboardEvent) => {
      if (
        event.defaultPrevented ||
        event.altKey ||
        event.shiftKey ||
        !(event.ctrlKey || event.metaKey) ||
        event.key.toLowerCase() !== 'f'
      )
        return;
      event.preventDefault();
      setFindAsked(asked => asked + 1);
    };
    window.addEventListener('keydown', find);
    return () => window.removeEventListener('keydown', find);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another document begins without a search
  useEffect(() => setFindAsked(0), [exhibit.id, view]);

  if (note !== null) return <Empty icon={FileQuestion} title="Nothing to show" text={note} />;
  const textInstead = drawn !== 'text' && view !== 'text' && hasText && (
    <Button onPress={() => setAsText(exhibit.id)}>Show the text instead</Button>
  );
  return (
    <section className="reader" aria-label={`Reader: ${exhibit.title}`}>
      {findAsked > 0 && canFind && (
        <FindBar
          found={state.found}
          asked={findAsked}
          onFind={(words, step) => command({ do: 'find', words, step })}
          onClose={() => {
            setFindAsked(0);
            reader.endFind();
            reader.frame.current?.focus();
            command({ do: 'focus' });
          }}
        />
      )}
      <div className="reader-desk">
        <iframe
          // Each document gets a frame of its own, so that nothing of a hostile one lives on; one that was read anew too,
          // so that nothing of what was read before is shown as if it still stood there.
          key={`${exhibit.id} ${view} ${exhibit.renditionId}`}
          ref={reader.frame}
          className="reader-frame"
          title={`Pages of ${exhibit.title}`}
          // The hash says what to load while the port is still on its way.
          src={`${frameUrl}#${view}`}
          sandbox="allow-scripts allow-same-origin"
          referrerPolicy="no-referrer"
          onLoad={reader.connect}
        />
        {state.phase === 'opening' && (
          <div className="reader-cover">
            {slow ? (
              <Notice action={textInstead}>This document takes long to open.</Notice>
            ) : (
              <Loading label="Opening the document" />
            )}
          </div>
        )}
        {state.phase === 'password' && (
          <div className="reader-cover">
            <PasswordPrompt wrong={state.passwordWrong} onPassword={reader.givePassword} />
          </div>
        )}
        {state.phase === 'failed' && (
          <div className="reader-cover">
            <Failed error={{ code: 'reader-failed', sentence: state.failure ?? '', reference: null }} />
            {textInstead}
          </div>
        )}
        {state.clipped && (
          <div className="reader-aside">
            <Notice>
              {view === 'sheet'
                ? 'A passage holds cells of one part of a sheet, and ends at the stronger line. Mark the rest below it.'
                : 'The selection goes on beyond this page. Only the words on its first page are taken; mark the rest on the next.'}
            </Notice>
          </div>
        )}
      </div>
      <ReaderToolbar
        {...{ state, view, labels }}
        pageKind={pageKind}
        textShown={drawn !== 'text' && hasText ? view === 'text' : null}
        dim={theme === 'dark' ? dim : null}
        beside={beside.shown}
        canFind={canFind}
        onCommand={command}
        onFind={askFind}
        onBeside={beside.show}
        onText={shown => setAsText(shown ? exhibit.id : null)}
        onDim={setDim}
      />
    </section>
  );
}

/** The printed labels; none while they are on their way, and none if they do not come: counting from 1 always works. */
function useLabels({ exhibit, source }: ReadingPaneProps): readonly (string | null)[] {
  const [loaded, setLoaded] = useState<{ of: string; labels: (string | null)[] } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: a source may be a new object at each drawing; its exhibit is what counts
  useEffect(() => {
    let current = true;
    source.pageLabels().then(
      labels => current && setLoaded({ of: exhibit.id, labels }),
      () => {},
    );
    return () => {
      current = false;
    };
  }, [exhibit.id, exhibit.renditionId]);
  return useMemo(() => (loaded?.of === exhibit.id ? loaded.labels : []), [loaded, exhibit.id]);
}

function useSlow(waiting: boolean, what: string): boolean {
  const [slow, setSlow] = useState(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each document has its own wait
  useEffect(() => {
    setSlow(false);
    if (!waiting) return;
    const timer = setTimeout(() => setSlow(true), SLOW_MS);
    return () => clearTimeout(timer);
  }, [waiting, what]);
  return slow;
}
