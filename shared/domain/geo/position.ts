/** A place on the earth in decimal degrees: north and east are positive. Which datum they are in is said beside it. */
export interface Position {
  latitude: number;
  longitude: number;
}

/** Within −180 (excluded) to 180. */
export function wrapLongitude(longitude: number): number {
  const turned = ((((longitude + 180) % 360) + 360) % 360) - 180;
  return turned === -180 ? 180 : turned;
}

export function radians(degrees: number): number {
  return (degrees * Math.PI) / 180;
}

export function degrees(angle: number): number {
  return (angle * 180) / Math.PI;
}
