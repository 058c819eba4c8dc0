import { ConnectorError } from '#connector';
import exif from 'exif-reader';

const MAX_PIXELS = 50_000_000;
const QUALITY = 88;

export interface Position {
  lat: number;
  lon: number;
}

/** A photo as anybody may see it, and where it was taken as the camera noted it. */
interface Photo {
  bytes: Buffer;
  position: Position | null;
}

const FORMATS = { 'image/jpeg': 'jpeg', 'image/png': 'png', 'image/webp': 'webp' } as const;
type Mime = keyof typeof FORMATS;

/** Whether files of this type carry what a camera notes, and can be made without. */
export const isPhoto = (mime: string): mime is Mime => Object.hasOwn(FORMATS, mime);

/**
 * The photo drawn anew, upright and with nothing but the picture: a camera notes where and when, and who owns it.
 *
 * Throws `rejected` for what is no picture or has more pixels than any camera makes.
 */
export async function photoOf(bytes: Buffer, mime: Mime): Promise<Photo> {
  // The picture library is large: a hub that never gets a photo does without it.
  const { default: sharp } = await import('sharp');
  try {
    const picture = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
    const { exif: notes } = await picture.metadata();
    const format = FORMATS[mime];
    const drawn = await picture
      .rotate()
      .toFormat(format, format === 'png' ? {} : { quality: QUALITY })
      .toBuffer();
    return { bytes: drawn, position: notes ? positionIn(notes) : null };
  } catch (error) {
    throw new ConnectorError('rejected', 'Gambar rusak atau terlalu besar', { cause: error });
  }
}

/** A small picture's edge, twice what it is shown at: telephones have two pixels for one. */
const SMALL_PX = 240;
const SMALL_BYTES = 8_000;
const SMALL_QUALITIES = [60, 40, 20];
const TINY_PX = 120;

/** The middle of a photo as a small square (WebP) of at most 8 kB, with nothing but the picture; for pages to show first. */
export async function smallPhotoOf(bytes: Buffer): Promise<Buffer> {
  const { default: sharp } = await import('sharp');
  const photo = sharp(bytes, { limitInputPixels: MAX_PIXELS, failOn: 'error' });
  const square = await photo.rotate().resize(SMALL_PX, SMALL_PX).flatten({ background: '#fff' }).png().toBuffer();
  for (const quality of SMALL_QUALITIES) {
    const small = await sharp(square).webp({ quality }).toBuffer();
    if (small.length <= SMALL_BYTES) return small;
  }
  return sharp(square).resize(TINY_PX).webp({ quality: 20 }).toBuffer();
}

function positionIn(notes: Buffer): Position | null {
  let gps: exif.Exif['GPSInfo'];
  try {
    gps = exif(notes).GPSInfo;
  } catch {
    return null;
  }
  const lat = degrees(gps?.GPSLatitude, gps?.GPSLatitudeRef === 'S');
  const lon = degrees(gps?.GPSLongitude, gps?.GPSLongitudeRef === 'W');
  // A camera without a fix writes zeros.
  return lat === null || lon === null || (lat === 0 && lon === 0) ? null : { lat, lon };
}

const DIGITS = 6;

function degrees(parts: unknown, isNegative: boolean): number | null {
  if (!Array.isArray(parts) || parts.length !== 3 || !parts.every((each) => Number.isFinite(each))) return null;
  const [whole, minutes, seconds] = parts as [number, number, number];
  const value = whole + minutes / 60 + seconds / 3_600;
  return Number((isNegative ? -value : value).toFixed(DIGITS));
}
