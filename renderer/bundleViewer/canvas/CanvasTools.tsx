/** Above a drawing: drawing or table, and nearer, farther, all. */
interface Props {
  showsTable: boolean;
  setShowsTable: (showsTable: boolean) => void;
  onZoom: (nearer: boolean) => void;
  onFit: () => void;
  children?: React.ReactNode;
}

export function CanvasTools({ showsTable, setShowsTable, onZoom, onFit, children }: Props) {
  return (
    <div className="canvas-tools" role="toolbar" aria-label="Drawing">
      <span className="switch">
        <button type="button" aria-pressed={!showsTable} onClick={() => setShowsTable(false)}>
          Drawing
        </button>
        <button type="button" aria-pressed={showsTable} onClick={() => setShowsTable(true)}>
          Table
        </button>
      </span>
      {children}
      {!showsTable && (
        <span className="zoom">
          <button type="button" aria-label="Farther" onClick={() => onZoom(false)}>
            −
          </button>
          <button type="button" aria-label="Nearer" onClick={() => onZoom(true)}>
            +
          </button>
          <button type="button" onClick={onFit}>
            All
          </button>
        </span>
      )}
    </div>
  );
}
