import type { HandlingMark } from '../../../shared/domain/handlingMark.ts';
import './marks.css';

/** A handling mark in its exact wording; the bar before it is the label's own colour. */
export function HandlingTag({ mark }: { mark: HandlingMark }) {
  const tone = mark.replace(/[^A-Za-z]+/g, '-').toLowerCase();
  return <span className={`handling handling-${tone}`}>{mark}</span>;
}
