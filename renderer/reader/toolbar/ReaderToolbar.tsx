/** The bar under the page: what to show beside it, where one is, size, turning, and what else can be seen. */
import { FileText, Image, List, PanelLeft, RotateCw, Search, SunDim } from 'lucide-react';
import { IconButton, Toolbar } from '../../ui/index.ts';
import type { FrameCommand } from '../frameMessages.ts';
import type { ReaderState } from '../readerState.ts';
import type { ViewKind } from '../viewKind.ts';
import { PageField } from './PageField.tsx';
import { ZoomControls } from './ZoomControls.tsx';

interface Props {
  state: ReaderState;
  view: ViewKind;
  labels: readonly (string | null)[];
  pageKind: 'PDF' | 'part';
  /** Null where there is only one way of showing the exhibit. */
  textShown: boolean | null;
  /** Null in the light theme, where there is nothing to dim. */
  dim: boolean | null;
  onCommand(command: FrameCommand): void;
  onFind(): void;
  onText(shown: boolean): void;
  onDim(dim: boolean): void;
}

export function ReaderToolbar({
  state,
  view,
  labels,
  pageKind,
  textShown,
  dim,
  onCommand,
  onFind,
  onText,
  onDim,
}: Props) {
  const { pageIndex, pageCount, sidebar, hasOutline, scalePercent, fit } = state;
  const show = (what: 'pages' | 'outline') => onCommand({ do: 'sidebar', show: sidebar === what ? 'none' : what });
  const pages = view === 'pdf';
  return (
    <Toolbar label="Reader">
      {pages && (
        <IconButton icon={PanelLeft} label="Pages" pressed={sidebar === 'pages'} onPress={() => show('pages')} />
      )}
      {view !== 'picture' && (
        <IconButton
          icon={List}
          label="Outline"
          disabled={!hasOutline}
          pressed={sidebar === 'outline'}
          onPress={() => show('outline')}
        />
      )}
      {view !== 'picture' && (
        <IconButton icon={Search} label="Find in this document" shortcut="Mod+F" onPress={onFind} />
      )}
      <span className="reader-toolbar-space" />
      {pageCount > 1 && (
        <PageField
          key={pageCount}
          {...{ pageIndex, pageCount, labels }}
          kind={pageKind}
          onPage={index => onCommand({ do: 'page', pageIndex: index })}
        />
      )}
      <span className="reader-toolbar-space" />
      <ZoomControls {...{ scalePercent, fit }} canFit={view !== 'text'} onZoom={to => onCommand({ do: 'zoom', to })} />
      {view !== 'text' && (
        <IconButton icon={RotateCw} label="Turn clockwise" onPress={() => onCommand({ do: 'rotate' })} />
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
