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
  render(<ReadingPane {...{ exhibit, source, marks: [], target: null }} {...props} />);
  const iframe = screen.getByTitle(/^Pages of/);
  let port: MessagePort | undefined;
  Object.defineProperty(iframe, 'contentWindow', {
    value: {
      postMessage: (_: unknown, __: string, [handed]: MessagePort[]) => {
        port = handed;
      },
    },
  });
  fireEvent.load(iframe);
  if (port === undefined) throw new Error('The pane handed no port over');
  const frameEnd = port;
  ports.push(frameEnd);
  frameEnd.onmessage = ({ data }) => heard.push(data);
  const say = (message: unknown) => frameEnd.postMessage(message);
  say({ type: 'ready' });
  await waitFor(() => expect(heard.map(({ type }) => type)).toContain('open'));
  return { heard, say };
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
          source: { ...source, mediaType: 'image/tiff' },
          marks: [],
          target: null,
        }}
      />,
    );
    expect(screen.getByText(/cannot be drawn here/)).toBeTruthy();
    expect(screen.queryByTitle(/^Pages of/)).toBeNull();
  });
});
