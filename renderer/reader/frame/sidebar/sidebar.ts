/** The frame's left column: small pages with their marks, or the outline. */
import type { FrameMark, PageName, SidebarShown } from '../../frameMessages.ts';
import { type OutlineEntry, outlineList } from './outlineList.ts';
import { makeThumbnails, type ThumbnailPainter } from './thumbnails.ts';
import './sidebar.css';

export interface SidebarOptions {
  pageCount: number;
  names: readonly PageName[];
  /** Null where pages have no look of their own (text). */
  thumbnail: ThumbnailPainter | null;
  onPage(index: number): void;
  onShow(show: SidebarShown): void;
}

export function makeSidebar(root: HTMLElement, options: SidebarOptions) {
  const aside = document.createElement('aside');
  aside.className = 'sidebar';
  aside.hidden = true;
  root.prepend(aside);
  const thumbnails = options.thumbnail === null ? null : makeThumbnails(options, options.thumbnail);
  let outline: HTMLElement | null = null;
  let page = 0;

  return {
    show(shown: SidebarShown): void {
      const content = shown === 'pages' ? (thumbnails?.element ?? null) : shown === 'outline' ? outline : null;
      aside.replaceChildren(...(content === null ? [] : [content]));
      aside.hidden = content === null;
      if (content !== null && content === thumbnails?.element) thumbnails.setPage(page);
      options.onShow(content === null ? 'none' : shown);
    },
    setPage(index: number): void {
      page = index;
      if (!aside.hidden) thumbnails?.setPage(index);
    },
    setMarks(marks: readonly FrameMark[]): void {
      thumbnails?.setMarks(marks);
    },
    setNames(names: readonly PageName[]): void {
      thumbnails?.setNames(names);
    },
    setOutline(entries: readonly OutlineEntry[]): void {
      outline = entries.length === 0 ? null : outlineList(entries);
    },
  };
}
