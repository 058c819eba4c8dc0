/** As the regency describes itself: 7°10' to 7°29' south, 109°11' to 109°35' east; and a little more, for fixes are rough. */
const BOUNDS = { south: -7.52, north: -7.13, west: 109.15, east: 109.62 };

/** Whether a position may be in the regency. */
export const isInRegency = ({ lat, lon }: { lat: number; lon: number }): boolean =>
  lat >= BOUNDS.south && lat <= BOUNDS.north && lon >= BOUNDS.west && lon <= BOUNDS.east;
