/** Where one is, and where one wants to go: `p. xii (PDF 14) of 212`, with the label to type over. */
import { ChevronDown, ChevronUp } from 'lucide-react';
import { useState } from 'react';
import type { PageKind } from '../../../shared/domain/rendition.ts';
import { IconButton } from '../../ui/index.ts';
import { findPage } from '../pageNumbers.ts';

interface Props {
  pageIndex: number;
  pageCount: number;
  labels: readonly (string | null)[];
  kind: PageKind;
  onPage(index: number): void;
}

export function PageField({ pageIndex, pageCount, labels, kind, onPage }: Props) {
  const [typed, setTyped] = useState<string | null>(null);
  const label = labels[pageIndex] ?? String(pageIndex + 1);
  const place = label === String(pageIndex + 1) ? '' : ` (${kind === 'PDF' ? 'PDF' : 'part'} ${pageIndex + 1})`;
  const wanted = typed === null ? pageIndex : findPage(typed, labels, pageCount);

  function go(): void {
    if (typed !== null && wanted !== null) onPage(wanted);
    setTyped(null);
  }

  return (
    <div className="reader-page-field">
      <IconButton
        icon={ChevronUp}
        label="Previous page"
        disabled={pageIndex <= 0}
        onPress={() => onPage(pageIndex - 1)}
      />
      <IconButton
        icon={ChevronDown}
        label="Next page"
        disabled={pageIndex >= pageCount - 1}
        onPress={() => onPage(pageIndex + 1)}
      />
      <label>
        <span>p.</span>
        <input
          aria-label={`Page, by its printed label or its number; now ${label}${place} of ${pageCount}`}
          aria-invalid={wanted === null || undefined}
          value={typed ?? label}
          size={Math.max(3, (typed ?? label).length)}
          maxLength={20}
          autoComplete="off"
          spellCheck={false}
          onFocus={event => event.target.select()}
          onChange={event => setTyped(event.target.value)}
          onBlur={() => setTyped(null)}
          onKeyDown={event => {
            if (event.key === 'Enter') go();
            else if (event.key === 'Escape') setTyped(null);
            else return;
            event.stopPropagation();
          }}
        />
      </label>
      <span className="reader-page-count">
        {place} of {pageCount.toLocaleString('en')}
      </span>
    </div>
  );
}
