/** The bar under the page: what to show beside it, where one is, size, turning, and what else can be seen. */
import { Columns2, FileText, Image, List, PanelLeft, RotateCw, Search, SunDim } from 'lucide-react';
import { IconButton, Toolbar } from '../../ui/index.ts';
import type { PageKind } from '../../../shared/domain/rendition.ts';
import type { FrameCommand } from '../frameMessages.ts';
import type { ReaderState } from '../readerState.ts';
import type { ViewKind } from '../viewKind.ts';
import { PageField } from './PageField.tsx';
import { ZoomControls } from './ZoomControls.tsx';

interface Props {
  state: ReaderState;
  view: ViewKind;
  labels: readonly (string | null)[];
  pageKind: PageKind;
  /** Null where there is only one way of showing the exhibit. */
  textShown: boolean | null;
  /** Whether the text stands beside the page; null where it cannot. */
  beside: boolean | null;
  canFind: boolean;
  /** Null in the light theme, where there is nothing to dim. */
  dim: boolean | null;
  onCommand(command: FrameCommand): void;
  onFind(): void;
  onText(shown: boolean): void;
  onBeside(shown: boolean): void;
  onDim(dim: boolean): void;
}

export function ReaderToolbar({
  state,
  view,
  labels,
  pageKind,
  textShown,
  beside,
  canFind,
  dim,
  onCommand,
  onFind,
  onText,
  onBeside,
  onDim,
}: Props) {
  const { pageIndex, pageCount, sidebar, hasOutline, scalePercent, fit } = state;
  const show = (what: 'pages' | 'outline') => onCommand({ do: 'sidebar', show: sidebar === what ? 'none' : what });
  const pages = view === 'pdf';
  const isDrawn = pages || view === 'picture';
  return (
    <Toolbar label="Reader">
      {pages && (
        <IconButton icon={PanelLeft} label="Pages" pressed={sidebar === 'pages'} onPress={() => show('pages')} />
      )}
      {(pages || view === 'text') && (
        <IconButton
          icon={List}
          label="Outline"
          disabled={!hasOutline}
          pressed={sidebar === 'outline'}
          onPress={() => show('outline')}
        />
      )}
      {canFind && <IconButton icon={Search} label="Find in this document" shortcut="Mod+F" onPress={onFind} />}
      <span className="reader-toolbar-space" />
      {/* A sheet's pages are slices of rows, which nobody counts: the grid has names of sheets and addresses of cells. */}
      {pageCount > 1 && view !== 'sheet' && (
        <PageField
          key={pageCount}
          {...{ pageIndex, pageCount, labels }}
          kind={pageKind}
          onPage={index => onCommand({ do: 'page', pageIndex: index })}
        />
      )}
      <span className="reader-toolbar-space" />
      <ZoomControls {...{ scalePercent, fit }} canFit={isDrawn} onZoom={to => onCommand({ do: 'zoom', to })} />
      {isDrawn && <IconButton icon={RotateCw} label="Turn clockwise" onPress={() => onCommand({ do: 'rotate' })} />}
      {beside !== null && (
        <IconButton
          icon={Columns2}
          label="Text beside the page"
          shortcut="T"
          pressed={beside}
          onPress={() => onBeside(!beside)}
        />
      )}
      {textShown !== null && (
        <IconButton
          icon={textShown ? Image : FileText}
          label={textShown ? 'Show the document itself' : 'Show the extracted text'}
          pressed={textShown}
          onPress={() => onText(!textShown)}
        />
      )}
      {dim !== null && <IconButton icon={SunDim} label="Dim the page" pressed={dim} onPress={() => onDim(!dim)} />}
    </Toolbar>
  );
}
