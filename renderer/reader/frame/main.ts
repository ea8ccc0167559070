/** The reader's frame: waits for its port, opens what it is given, and passes orders on. It knows no window.probatum. */
import './reader.css';
import { clipSentence, type FrameOpening, READER_PORT_MESSAGE, type FrameMark } from '../frameMessages.ts';
import { isDrawnElsewhere } from '../viewKind.ts';
import type { DocumentView } from './documentView.ts';
import { watchKeys } from './keys.ts';
import { connectPane, type PaneLink, type Request } from './paneLink.ts';
import { watchRegionDrag } from './regionDrag.ts';
import { type SelectionWatch, watchSelection } from './selectionWatch.ts';

window.addEventListener('message', ({ data, source, ports }: MessageEvent<unknown>) => {
  const [port] = ports;
  // Who may embed the frame is settled by its policy (frame-ancestors); only the embedder speaks here, and only once.
  if (source !== window.parent || data !== READER_PORT_MESSAGE || port === undefined || connected) return;
  connected = true;
  serve(port);
});
let connected = false;

// What the pane is about to open is loaded while it gets ready.
if (location.hash === '#pdf') void import('./pdf/openPdf.ts');
else if (location.hash === '#text') void import('./text/openText.ts');
else if (location.hash === '#sheet') void import('./sheet/openSheet.ts');

function serve(port: MessagePort): void {
  let view: DocumentView | null = null;
  let marks: readonly FrameMark[] = [];
  let waiting: Request[] = [];
  let finding: string | null = null;
  let pageIndex = 0;
  let answerPassword: ((password: string) => void) | null = null;

  const connection = connectPane(port, onRequest);
  const link: PaneLink = {
    ...connection,
    tell(message) {
      if (message.type === 'state') pageIndex = message.pageIndex;
      connection.tell(message);
    },
  };
  const words = watchSelection(() => view, link);
  const selection: SelectionWatch = {
    hasWords: () => words.hasWords() || view?.selection?.hasWords() === true,
    clear() {
      words.clear();
      view?.selection?.clear();
    },
  };
  const region = watchRegionDrag(() => view, link);
  watchKeys({ view: () => view, selection, region, finding: () => finding, pageIndex: () => pageIndex, link });
  link.tell({ type: 'ready' });

  function onRequest(request: Request): void {
    if (request.type === 'open') void open(request.opening);
    else if (request.type === 'theme') showTheme(request.theme, request.dim);
    else if (request.type === 'password') {
      answerPassword?.(request.password);
      answerPassword = null;
    } else if (view === null) waiting.push(request);
    else obey(view, request);
  }

  async function open(opening: FrameOpening): Promise<void> {
    const root = document.querySelector<HTMLElement>('#reader');
    if (root === null) return;
    try {
      view = await openView(opening, root);
    } catch (reason) {
      link.tell({ type: 'failed', sentence: clipSentence(failureOf(reason)) });
      return;
    }
    for (const request of waiting) obey(view, request);
    waiting = [];
  }

  async function openView(opening: FrameOpening, root: HTMLElement): Promise<DocumentView> {
    const hasPicture = opening.view === 'pdf' || opening.view === 'picture';
    if (!hasPicture || opening.pageCount === 0) return openPages(opening, link, root);
    const { openBeside } = await import('./beside/besideView.ts');
    return openBeside(opening, link, root, told => openPages(opening, told, root));
  }

  async function openPages(opening: FrameOpening, link: PaneLink, root: HTMLElement): Promise<DocumentView> {
    // Each view is loaded when it is needed: pdf.js alone is two thirds of the frame.
    if (opening.view === 'text') return (await import('./text/openText.ts')).openText(opening, link, root);
    if (opening.view === 'sheet') return (await import('./sheet/openSheet.ts')).openSheet(opening, link, root);
    if (opening.view === 'picture' && isDrawnElsewhere(opening.mediaType))
      return (await import('./picture/openDrawn.ts')).openDrawn(opening, link, root);
    if (opening.view === 'picture') return (await import('./picture/openPicture.ts')).openPicture(opening, link, root);
    const { openPdf } = await import('./pdf/openPdf.ts');
    const ask = (wrong: boolean): Promise<string> => {
      link.tell({ type: 'password-needed', wrong });
      return new Promise(resolve => {
        answerPassword = resolve;
      });
    };
    return openPdf(opening, link, { ask }, root);
  }

  function obey(shown: DocumentView, request: Request): void {
    if (request.type === 'marks') {
      marks = request.marks;
      shown.showMarks(marks);
    } else if (request.type === 'target') {
      void shown
        .reach(request.target)
        .then(certainty => link.tell({ type: 'target-reached', id: request.id, certainty }));
    } else if (request.type === 'page-names') {
      shown.setNames(request.names);
    } else if (request.type === 'command') {
      const { command } = request;
      if (command.do === 'page') shown.goToPage(command.pageIndex);
      else if (command.do === 'zoom') shown.zoom(command.to);
      else if (command.do === 'rotate') shown.rotate();
      else if (command.do === 'sidebar') shown.showSidebar(command.show);
      else if (command.do === 'focus') shown.focus();
      else if (command.do === 'beside') shown.showBeside?.(command.shown);
      else if (command.do === 'find') {
        finding = command.words;
        shown.find(command.words, command.step);
      } else if (command.do === 'find-end') {
        finding = null;
        shown.endFind();
      } else {
        selection.clear();
        region.clear();
      }
    }
  }
}

function showTheme(theme: 'light' | 'dark', dim: boolean): void {
  document.documentElement.dataset.theme = theme;
  document.documentElement.classList.toggle('dim', dim);
}

function failureOf(reason: unknown): string {
  const message = reason instanceof Error ? reason.message : String(reason);
  const name = reason instanceof Error ? reason.name : '';
  if (name === 'InvalidPDFException')
    return 'This PDF is damaged beyond what the reader can open. Its bytes are kept as admitted.';
  return name === 'Error' ? message : `The document could not be opened (${message}). Its bytes are kept as admitted.`;
}
