import './feedback.css';

export interface LoadingProps {
  label?: string;
  /** Lines of the skeleton. */
  rows?: number;
}

/** Keeps the room of what is coming; lines appear only after 150 ms, so that quick answers do not blink. */
export function Loading({ label = 'Loading', rows = 6 }: LoadingProps) {
  return (
    <div className="loading" role="status">
      <span className="visually-hidden">{label} …</span>
      {Array.from({ length: rows }, (_, index) => (
        <span
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines are all alike
          key={index}
          className="loading-line"
          style={{ width: `${[82, 64, 74, 56, 88, 68][index % 6]}%` }}
          aria-hidden
        />
      ))}
    </div>
  );
}
