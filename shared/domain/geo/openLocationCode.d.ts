/** The package has no types of its own; what of it is used here. */
declare module 'open-location-code' {
  export class OpenLocationCode {
    isFull(code: string): boolean;
    decode(code: string): {
      latitudeLo: number;
      latitudeHi: number;
      latitudeCenter: number;
      longitudeLo: number;
      longitudeHi: number;
      longitudeCenter: number;
      codeLength: number;
    };
    encode(latitude: number, longitude: number, codeLength?: number): string;
  }
}
