/** Positions as people type and read them: in any notation, or by the name of a port. */
export { OptionLine, PositionField, type PositionFieldProps } from './PositionField.tsx';
export {
  type PositionOption,
  positionOptions,
  type PositionValue,
  type StatedPosition,
  wgs84Words,
} from './positionWords.ts';
