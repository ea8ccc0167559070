/** Colours of the map: for the screen in both themes, and for print, which is the light one on any screen. */
export interface MapColours {
  outside: string;
  sea: string;
  land: string;
  coast: string;
  border: string;
  grid: string;
  gridInk: string;
  seaInk: string;
  portInk: string;
  halo: string;
  mark: string;
  claimed: string;
  chosen: string;
  track: string;
  measure: string;
  ink: string;
}

export const LIGHT: MapColours = {
  outside: '#f6f6f3',
  sea: '#e8eff5',
  land: '#f7f5ee',
  coast: '#8b9298',
  border: '#c4bfae',
  grid: '#cdd9e3',
  gridInk: '#51606c',
  seaInk: '#3d6388',
  portInk: '#4a4a45',
  halo: '#fbfbf8',
  mark: '#1b4680',
  claimed: '#7a5200',
  chosen: '#b3261e',
  track: '#1b4680',
  measure: '#8a1f6a',
  ink: '#1c1e22',
};

export const DARK: MapColours = {
  outside: '#1c1d20',
  sea: '#1a242d',
  land: '#2b2c2d',
  coast: '#7d858c',
  border: '#55534b',
  grid: '#2f3d49',
  gridInk: '#a9b6c1',
  seaInk: '#9bbbd8',
  portInk: '#c9c7bf',
  halo: '#16181a',
  mark: '#8fb4ee',
  claimed: '#e6bf6a',
  chosen: '#ff9d92',
  track: '#8fb4ee',
  measure: '#ee9fd6',
  ink: '#e6e6e2',
};
