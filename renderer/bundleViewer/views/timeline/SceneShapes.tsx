/** The shapes of a timeline as SVG elements, in the colours of the page. */
import { useId } from 'react';
import type { MarkShape, Shape } from '../../../../shared/domain/timeline/index.ts';

export function SceneShapes({ shapes }: { shapes: readonly Shape[] }) {
  const prefix = useId();
  return shapes.map((shape, at) => (
    // biome-ignore lint/suspicious/noArrayIndexKey: the scene is drawn anew as a whole
    <ShapeElement key={at} shape={shape} id={`${prefix}${at}`} />
  ));
}

function ShapeElement({ shape, id }: { shape: Shape; id: string }) {
  const ink = `ink-${shape.ink}`;
  switch (shape.kind) {
    case 'fill':
      return <rect className={ink} x={shape.x} y={shape.y} {...sizeOf(shape)} />;
    case 'frame':
      return <rect className={`${ink} outline`} x={shape.x} y={shape.y} {...sizeOf(shape)} rx={3} strokeWidth={2} />;
    case 'line':
      return (
        <line
          className={`${ink} outline`}
          {...{ x1: shape.x1, y1: shape.y1, x2: shape.x2, y2: shape.y2 }}
          strokeWidth={shape.width ?? 1}
          strokeDasharray={shape.dash?.join(' ')}
        />
      );
    case 'text':
      return (
        <text
          className={ink}
          x={shape.x}
          y={shape.y}
          fontSize={shape.size}
          textAnchor={shape.anchor ?? 'start'}
          fontWeight={shape.bold ? 600 : undefined}
        >
          {shape.words}
        </text>
      );
    case 'bar':
      return (
        <g className={ink}>
          <linearGradient id={id}>
            {shape.stops.map(({ at, density }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: stops have no identity but their order
              <stop key={index} offset={at} stopColor="currentColor" stopOpacity={density} />
            ))}
          </linearGradient>
          <rect x={shape.x} y={shape.y} {...sizeOf(shape)} rx={3} style={{ fill: `url(#${id})` }} />
        </g>
      );
    case 'arrow': {
      const back = shape.to === 'left' ? 6 : -6;
      return (
        <path
          className={`${ink} outline`}
          d={`M${shape.x + back} ${shape.y - 4}L${shape.x} ${shape.y}L${shape.x + back} ${shape.y + 4}`}
          strokeWidth={1.5}
        />
      );
    }
    case 'mark':
      return (
        <g className={ink} transform={`translate(${shape.x} ${shape.y})`}>
          <Mark shape={shape.shape} />
        </g>
      );
  }
}

function Mark({ shape }: { shape: MarkShape }) {
  switch (shape) {
    case 'confirmed':
      return <circle r={5} />;
    case 'probable':
      return (
        <>
          <circle className="hollow" r={5} />
          <path d="M0 -5A5 5 0 0 0 0 5Z" />
        </>
      );
    case 'possible':
      return <circle className="hollow" r={5} />;
    case 'uncited':
      return <circle className="hollow" r={5} strokeDasharray="2 2" />;
    case 'contested':
      return <path className="hollow" d="M0 -6L6 0L0 6L-6 0Z" />;
    case 'exhibit':
      return <rect className="hollow" x={-4} y={-5} width={8} height={10} />;
  }
}

function sizeOf({ width, height }: { width: number; height: number }) {
  return { width: Math.max(0, width), height: Math.max(0, height) };
}
