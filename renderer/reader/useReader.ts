/** Joins the pane to its frame: opens the exhibit in it, keeps marks, target and theme in step, and hears its news. */
import { type RefObject, useCallback, useEffect, useReducer, useRef } from 'react';
import type { FrameCommand, FrameOpening, FrameTarget, PageName } from './frameMessages.ts';
import { type FrameHost, type FrameNews, hostFrame, originOf } from './frameHost.ts';
import { frameMark } from './frameWords.ts';
import { noteActivity } from '../ui/index.ts';
import { forwardKey } from './forwardKey.ts';
import { changeReader, openingState, type ReaderState } from './readerState.ts';
import type { AnchorRect, ReadingMark, ReadingPaneProps } from './readingTypes.ts';
import type { Theme } from './useTheme.ts';
import { isMessage, type ViewKind } from './viewKind.ts';

/** No target that somebody asked for has this number. */
const RESUMING = 0;

export interface Reader {
  state: ReaderState;
  frame: RefObject<HTMLIFrameElement | null>;
  /** For the frame's `onLoad`. */
  connect(): void;
  command(command: FrameCommand): void;
  givePassword(password: string): void;
  endFind(): void;
}

interface ReaderOptions extends ReadingPaneProps {
  view: ViewKind;
  frameUrl: string;
  theme: Theme;
  dim: boolean;
  names: PageName[];
  onFindAsked(): void;
}

export function useReader(options: ReaderOptions): Reader {
  const [state, change] = useReducer(changeReader, openingState);
  const frame = useRef<HTMLIFrameElement>(null);
  const host = useRef<FrameHost | null>(null);
  const ready = useRef(false);
  const reachedTarget = useRef<ReadingPaneProps['target']>(null);
  const sentTarget = useRef<{ of: ReadingPaneProps['target']; id: number }>({ of: null, id: 0 });
  /** Where one was, for when the same exhibit is shown in another way, or has been read anew. */
  const wasAt = useRef<{ exhibitId: string; pageIndex: number } | null>(null);
  const latest = useRef(options);
  useEffect(() => {
    latest.current = options;
  });
  const { exhibit, view, marks, target, theme, dim, names, selectionTaken = false } = options;

  const send = useCallback((message: Parameters<FrameHost['send']>[0]) => {
    if (ready.current) host.current?.send(message);
  }, []);

  const sendTarget = useCallback(() => {
    const { target: wanted, marks: known } = latest.current;
    if (!ready.current || wanted === null || sentTarget.current.of === wanted) return;
    const place = frameTarget(wanted, known);
    // A passage that is not among the marks yet: it is sent when they come.
    if (place === null) return;
    sentTarget.current = { of: wanted, id: sentTarget.current.id + 1 };
    send({ type: 'target', id: sentTarget.current.id, target: place });
  }, [send]);

  const hear = useCallback(
    (news: FrameNews) => {
      const now = latest.current;
      // Whoever scrolls or selects in the frame is at work: the vault must not lock over it.
      noteActivity();
      if (news.type === 'ready') {
        ready.current = true;
        send({ type: 'theme', theme: now.theme, dim: now.dim });
        send({ type: 'open', opening: openingOf(now) });
        send({ type: 'marks', marks: now.marks.map(frameMark) });
        const resumed = wasAt.current?.exhibitId === now.exhibit.id ? wasAt.current.pageIndex : null;
        // One that has read on since would be thrown back to where it began.
        if (resumed === null || isOn(resumed, reachedTarget.current, now)) sendTarget();
        else {
          sentTarget.current = { of: now.target, id: sentTarget.current.id };
          send({ type: 'target', id: RESUMING, target: { kind: 'page', pageIndex: resumed } });
        }
      } else if (news.type === 'target-reached') {
        const { certainty } = news;
        const found = certainty !== null && certainty !== 'part';
        if (news.id === sentTarget.current.id) now.onTargetReached?.({ found, certainty });
      } else if (news.type === 'state') {
        wasAt.current = { exhibitId: now.exhibit.id, pageIndex: news.pageIndex };
      } else if (news.type === 'selected') {
        now.onSelection?.(news.selection, inWindow(news.anchor, frame.current));
      } else if (news.type === 'unselected') {
        now.onSelection?.(null, null);
      } else if (news.type === 'selection-key') {
        now.onSelectionKey?.(news.key);
      } else if (news.type === 'mark-pressed') {
        const pressed = now.marks.find(mark => mark.passageId === news.passageId);
        if (pressed !== undefined) now.onMarkPressed?.(pressed.passageId);
      } else if (news.type === 'find-asked') {
        now.onFindAsked();
      } else if (news.type === 'key') {
        if (frame.current !== null) forwardKey(frame.current, news.press);
      }
      change(news);
    },
    [send, sendTarget],
  );

  const connect = useCallback(() => {
    const opened = frame.current?.contentWindow;
    if (opened == null) return;
    host.current?.close();
    ready.current = false;
    reachedTarget.current = sentTarget.current.of;
    sentTarget.current = { of: null, id: sentTarget.current.id };
    change({ type: 'begin' });
    host.current = hostFrame(opened, originOf(latest.current.frameUrl), () => latest.current.source, hear);
  }, [hear]);

  useEffect(
    () => () => {
      host.current?.close();
      host.current = null;
      ready.current = false;
    },
    [],
  );
  // biome-ignore lint/correctness/useExhaustiveDependencies: another exhibit or view is another frame, which begins anew
  useEffect(() => change({ type: 'begin' }), [exhibit.id, view]);
  useEffect(() => send({ type: 'theme', theme, dim }), [send, theme, dim]);
  useEffect(() => send({ type: 'page-names', names }), [send, names]);
  useEffect(() => {
    send({ type: 'marks', marks: marks.map(frameMark) });
    sendTarget();
  }, [send, sendTarget, marks]);
  useEffect(() => {
    if (selectionTaken) send({ type: 'command', command: { do: 'clear-selection' } });
  }, [send, selectionTaken]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: sendTarget reads the latest target itself
  useEffect(sendTarget, [sendTarget, target]);
  useEffect(() => {
    if (state.phase === 'open') latest.current.onPageChange?.(state.pageIndex);
  }, [state.phase, state.pageIndex]);

  return {
    state,
    frame,
    connect,
    command: useCallback(command => send({ type: 'command', command }), [send]),
    givePassword: useCallback(
      password => {
        change({ type: 'password-given' });
        send({ type: 'password', password });
      },
      [send],
    ),
    endFind: useCallback(() => {
      change({ type: 'find-ended' });
      send({ type: 'command', command: { do: 'find-end' } });
    }, [send]),
  };
}

function openingOf({ exhibit, source, view, names }: ReaderOptions): FrameOpening {
  return {
    view,
    mediaType: source.mediaType,
    sizeBytes: source.sizeBytes,
    pageCount: exhibit.pageCount,
    pageNames: names,
    languages: exhibit.languages,
    outline: source.outline,
    ...(source.password === undefined ? {} : { password: source.password }),
    isMessage: isMessage(source.mediaType),
    isRecognised: source.isRecognised ?? false,
    title: exhibit.title,
  };
}

function frameTarget(
  target: NonNullable<ReadingPaneProps['target']>,
  marks: readonly ReadingMark[],
): FrameTarget | null {
  if (target.kind === 'page') return { kind: 'page', pageIndex: target.pageIndex };
  if (target.kind === 'quote') return { kind: 'quote', pageIndex: target.pageIndex, quote: target.quote, rects: [] };
  const mark = marks.find(({ passageId }) => passageId === target.passageId);
  if (mark === undefined) return null;
  const { pageIndex, quote, position, rects } = mark;
  return { kind: 'quote', pageIndex, quote, position: position ?? null, rects };
}

/** Whether the target is new, or leads to the very page that one is on. */
function isOn(
  pageIndex: number,
  reached: ReadingPaneProps['target'],
  { target, marks }: Pick<ReaderOptions, 'target' | 'marks'>,
): boolean {
  if (target !== reached) return true;
  return target !== null && frameTarget(target, marks)?.pageIndex === pageIndex;
}

function inWindow({ x, y, width, height }: AnchorRect, frame: HTMLIFrameElement | null): AnchorRect {
  const box = frame?.getBoundingClientRect();
  return { x: x + (box?.left ?? 0), y: y + (box?.top ?? 0), width, height };
}
