interface Tile {
  name: string;
  column: number;
  line: number;
}

/**
 * Where each kecamatan (by its code) lies in the tile map, counted from the left and from above: roughly as they lie to each other, north
 * above. A drawing of our own, so that no borders of unclear licence are needed.
 */
export const TILES: Readonly<Record<string, Tile>> = {
  '33.03.10': { name: 'Karangreja', column: 1, line: 0 },
  '33.03.17': { name: 'Karangjambu', column: 2, line: 0 },
  '33.03.08': { name: 'Mrebet', column: 1, line: 1 },
  '33.03.09': { name: 'Bobotsari', column: 2, line: 1 },
  '33.03.18': { name: 'Kertanegara', column: 3, line: 1 },
  '33.03.12': { name: 'Karangmoncol', column: 4, line: 1 },
  '33.03.13': { name: 'Rembang', column: 5, line: 1 },
  '33.03.07': { name: 'Kutasari', column: 0, line: 2 },
  '33.03.14': { name: 'Bojongsari', column: 1, line: 2 },
  '33.03.11': { name: 'Karanganyar', column: 2, line: 2 },
  '33.03.16': { name: 'Pengadegan', column: 3, line: 2 },
  '33.03.15': { name: 'Padamara', column: 0, line: 3 },
  '33.03.05': { name: 'Purbalingga', column: 1, line: 3 },
  '33.03.04': { name: 'Kaligondang', column: 2, line: 3 },
  '33.03.03': { name: 'Kejobong', column: 3, line: 3 },
  '33.03.06': { name: 'Kalimanah', column: 0, line: 4 },
  '33.03.01': { name: 'Kemangkon', column: 1, line: 4 },
  '33.03.02': { name: 'Bukateja', column: 2, line: 4 },
};
