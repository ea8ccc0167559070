/** Small pages, drawn when they come into view and forgotten when they are far away; dots show where passages are. */
import type { FrameMark, PageName } from '../../frameMessages.ts';
import { nameOf } from '../pageName.ts';
import type { SidebarOptions } from './sidebar.ts';

export type ThumbnailPainter = (index: number, canvas: HTMLCanvasElement, signal: AbortSignal) => Promise<void>;

/** More dots than this on one small page say nothing. */
const MAX_DOTS = 12;

export function makeThumbnails({ pageCount, names, onPage }: SidebarOptions, paint: ThumbnailPainter) {
  const element = document.createElement('nav');
  element.className = 'thumbnails';
  element.ariaLabel = 'Pages';
  const buttons = Array.from({ length: pageCount }, (_, index) => thumbnailButton(index, nameOf(names, index), onPage));
  element.append(...buttons);
  const drawing = new Map<Element, AbortController>();
  const seen = new IntersectionObserver(
    entries => {
      for (const { target, isIntersecting } of entries) {
        if (isIntersecting) start(target);
        else stop(target);
      }
    },
    { root: null, rootMargin: '400px 0px' },
  );
  for (const button of buttons) seen.observe(button);

  function start(button: Element): void {
    if (drawing.has(button)) return;
    const abort = new AbortController();
    drawing.set(button, abort);
    const canvas = document.createElement('canvas');
    button.querySelector('.thumbnail-paper')?.prepend(canvas);
    paint(buttons.indexOf(button as HTMLButtonElement), canvas, abort.signal).catch(() => canvas.remove());
  }

  function stop(button: Element): void {
    drawing.get(button)?.abort();
    drawing.delete(button);
    button.querySelector('canvas')?.remove();
  }

  return {
    element,
    setPage(index: number): void {
      element.querySelector('[aria-current]')?.removeAttribute('aria-current');
      const button = buttons[index];
      if (button === undefined) return;
      button.ariaCurrent = 'page';
      button.scrollIntoView({ block: 'nearest' });
    },
    setNames(now: readonly PageName[]): void {
      for (const [index, button] of buttons.entries()) nameThumbnail(button, nameOf(now, index));
    },
    setMarks(marks: readonly FrameMark[]): void {
      for (const dots of element.querySelectorAll('.thumbnail-dots')) dots.replaceChildren();
      for (const { pageIndex, bearing } of marks) {
        const dots = buttons[pageIndex]?.querySelector('.thumbnail-dots');
        if (dots == null || dots.childElementCount >= MAX_DOTS) continue;
        const dot = document.createElement('span');
        dot.dataset.bearing = bearing ?? 'none';
        dots.append(dot);
      }
    },
  };
}

function thumbnailButton(index: number, name: PageName, onPage: (index: number) => void): HTMLButtonElement {
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'thumbnail';
  const paper = document.createElement('span');
  paper.className = 'thumbnail-paper';
  const dots = document.createElement('span');
  dots.className = 'thumbnail-dots';
  paper.append(dots);
  const words = document.createElement('span');
  words.className = 'thumbnail-name';
  button.append(paper, words);
  button.addEventListener('click', () => onPage(index));
  nameThumbnail(button, name);
  return button;
}

function nameThumbnail(button: HTMLButtonElement, { short, full }: PageName): void {
  const words = button.querySelector('.thumbnail-name');
  if (words !== null) words.textContent = short;
  button.ariaLabel = full;
}
