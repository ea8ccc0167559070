// @vitest-environment jsdom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { afterEach, describe, expect, test, vi } from 'vitest';
import type { ToFrame } from '../../../renderer/reader/frameMessages.ts';
import { ReadingPane, type ReadingPaneProps } from '../../../renderer/reader/index.ts';

const exhibit = {
  id: 'exh-1',
  title: 'Registry extract (exercise)',
  pageCount: 3,
  languages: [],
  reading: 'read',
  problem: null,
  renditionId: 'ren-1',
} as unknown as ReadingPaneProps['exhibit'];
const source: ReadingPaneProps['source'] = {
  sizeBytes: 10,
  mediaType: 'application/pdf',
  outline: [],
  readBytes: async (_, length) => new Uint8Array(length),
  pages: async () => [],
  draw: async () => ({ png: new Uint8Array(), width: 1, height: 1, pageCount: 1 }),
  pageLabels: async () => ['i', 'ii', '1'],
};
const mark = {
  passageId: 'pas-1',
  pageIndex: 1,
  quote: { exact: 'owner', prefix: '', suffix: '' },
  rects: [],
  kind: 'words',
  label: 'P-1',
  bearing: 'supports',
} as unknown as ReadingPaneProps['marks'][number];

const ports: MessagePort[] = [];
afterEach(() => {
  cleanup();
  for (const port of ports.splice(0)) port.close();
});

/** Stands where the frame would, at the other end of the real port. */
async function openPane(props: Partial<ReadingPaneProps> = {}) {
  const heard: ToFrame[] = [];
  const pane = (more: Partial<ReadingPaneProps>) => (
    <ReadingPane {...{ exhibit, source, marks: [], target: null }} {...props} {...more} />
  );
  const { rerender } = render(pane({}));
  let frameEnd: MessagePort | undefined;
  const say = (message: unknown) => frameEnd?.postMessage(message);
  const load = async () => {
    const iframe = screen.getByTitle(/^Pages of/);
    frameEnd = undefined;
    Object.defineProperty(iframe, 'contentWindow', {
      value: {
        postMessage: (_: unknown, __: string, [handed]: MessagePort[]) => {
          frameEnd = handed;
        },
      },
    });
    fireEvent.load(iframe);
    const port = frameEnd as MessagePort | undefined;
    if (port === undefined) throw new Error('The pane handed no port over');
    ports.push(port);
    port.onmessage = ({ data }) => heard.push(data);
    say({ type: 'ready' });
    await waitFor(() => expect(heard.map(({ type }) => type)).toContain('marks'));
    await new Promise(resolve => setTimeout(resolve, 10));
  };
  await load();
  return { heard, say, show: (more: Partial<ReadingPaneProps>) => rerender(pane(more)), reload: load };
}

describe('the reading pane', () => {
  test('its frame is sandboxed, of another origin, and holds nothing of the window', async () => {
    await openPane();
    const iframe = screen.getByTitle(/^Pages of/);
    expect([iframe.getAttribute('sandbox'), iframe.getAttribute('src')]).toEqual([
      'allow-scripts allow-same-origin',
      'app://reader/index.html#pdf',
    ]);
  });

  test('says where one is by printed label and place', async () => {
    const { say } = await openPane();
    say({ type: 'opened', pageCount: 3, hasOutline: false });
    say({ type: 'state', pageIndex: 1, scalePercent: 120, fit: 'width', rotation: 0 });
    expect(await screen.findByLabelText(/now ii \(PDF 2\) of 3/)).toBeTruthy();
    expect(screen.getByText('120 %')).toBeTruthy();
  });

  test('a cited passage is sent as its words, once its mark is known, and the answer is told', async () => {
    const onTargetReached = vi.fn();
    const { heard, say } = await openPane({
      marks: [mark],
      target: { kind: 'passage', passageId: mark.passageId },
      onTargetReached,
    });
    await waitFor(() => expect(heard.find(({ type }) => type === 'target')).toBeTruthy());
    const sent = heard.find(message => message.type === 'target');
    expect(sent).toMatchObject({ target: { kind: 'quote', pageIndex: 1, quote: mark.quote } });
    say({ type: 'target-reached', id: sent?.type === 'target' ? sent.id : 0, certainty: 'exact' });
    await waitFor(() => expect(onTargetReached).toHaveBeenCalledWith({ found: true, certainty: 'exact' }));
  });

  test('selections and their keys come out; marks that do not exist do not', async () => {
    const onSelection = vi.fn();
    const onSelectionKey = vi.fn();
    const onMarkPressed = vi.fn();
    const { say } = await openPane({ marks: [mark], onSelection, onSelectionKey, onMarkPressed });
    const selection = { kind: 'words', pageIndex: 0, quote: { exact: 'owner', prefix: '', suffix: '' }, rects: [] };
    say({ type: 'mark-pressed', passageId: 'pas-forged' });
    say({ type: 'selected', selection, anchor: { x: 1, y: 2, width: 3, height: 4 }, clipped: true });
    say({ type: 'selection-key', key: 'C' });
    await waitFor(() => expect(onSelectionKey).toHaveBeenCalledWith('C'));
    expect(onSelection).toHaveBeenCalledWith(selection, { x: 1, y: 2, width: 3, height: 4 });
    expect(onMarkPressed).not.toHaveBeenCalled();
    expect(screen.getByText(/goes on beyond this page/)).toBeTruthy();
  });

  test('a selection that has become a passage is let go', async () => {
    const { heard, show } = await openPane();
    expect(heard.filter(({ type }) => type === 'command')).toEqual([]);
    show({ selectionTaken: true });
    await waitFor(() => expect(heard).toContainEqual({ type: 'command', command: { do: 'clear-selection' } }));
  });

  test('an exhibit that was read anew, or is shown in another way, opens where one was', async () => {
    const { heard, say, show, reload } = await openPane({ target: { kind: 'page', pageIndex: 0 } });
    say({ type: 'opened', pageCount: 3, hasOutline: false });
    say({ type: 'state', pageIndex: 2, scalePercent: 100, fit: null, rotation: 0 });
    await screen.findByLabelText(/now 1 \(PDF 3\) of 3/);
    show({ exhibit: { ...exhibit, renditionId: 'ren-2' } as typeof exhibit });
    heard.length = 0;
    await reload();
    expect(heard.filter(({ type }) => type === 'target')).toEqual([
      { type: 'target', id: 0, target: { kind: 'page', pageIndex: 2 } },
    ]);
  });

  test('a document that does not open says why and offers its text', async () => {
    const { say } = await openPane();
    say({ type: 'failed', sentence: 'This PDF is damaged.' });
    expect(await screen.findByText('This PDF is damaged.')).toBeTruthy();
    fireEvent.click(screen.getByText('Show the text instead'));
    expect(screen.getByTitle(/^Pages of/).getAttribute('src')).toBe('app://reader/index.html#text');
  });

  test('a password goes to the frame', async () => {
    const { heard, say } = await openPane();
    say({ type: 'password-needed', wrong: false });
    fireEvent.change(await screen.findByLabelText('Password'), { target: { value: 'exercise' } });
    fireEvent.click(screen.getByText('Open'));
    await waitFor(() => expect(heard).toContainEqual({ type: 'password', password: 'exercise' }));
  });

  test('a kind that cannot be shown says so, without a frame', () => {
    render(
      <ReadingPane
        {...{
          exhibit: { ...exhibit, pageCount: 0 },
          source: { ...source, mediaType: 'image/vnd.adobe.photoshop' },
          marks: [],
          target: null,
        }}
      />,
    );
    expect(screen.getByText(/cannot be drawn here/)).toBeTruthy();
    expect(screen.queryByTitle(/^Pages of/)).toBeNull();
  });

  test('T shows the text beside the page and hides it again, but not while one types', async () => {
    localStorage.clear();
    const { heard, say } = await openPane();
    say({ type: 'opened', pageCount: 3, hasOutline: false });
    const button = await screen.findByRole('button', { name: 'Text beside the page' });
    fireEvent.keyDown(window, { key: 't' });
    await waitFor(() => expect(button.getAttribute('aria-pressed')).toBe('true'));
    fireEvent.keyDown(await screen.findByLabelText(/^Page, by its printed label/), { key: 't' });
    fireEvent.keyDown(window, { key: 't', ctrlKey: true });
    fireEvent.keyDown(window, { key: 'ㅅ', code: 'KeyT' });
    await waitFor(() => expect(button.getAttribute('aria-pressed')).toBe('false'));
    await waitFor(() =>
      expect(
        heard.flatMap(message =>
          message.type === 'command' && message.command.do === 'beside' ? [message.command] : [],
        ),
      ).toEqual([
        { do: 'beside', shown: false },
        { do: 'beside', shown: true },
        { do: 'beside', shown: false },
      ]),
    );
  });

  test('a document without text has none beside it', async () => {
    const { say } = await openPane({ exhibit: { ...exhibit, pageCount: 0 } });
    say({ type: 'opened', pageCount: 3, hasOutline: false });
    await screen.findByRole('button', { name: 'Turn clockwise' });
    expect(screen.queryByRole('button', { name: 'Text beside the page' })).toBeNull();
  });
});
