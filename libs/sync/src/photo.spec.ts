import { describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { photoOf, smallPhotoOf } from './photo.ts';

const grey = { create: { width: 8, height: 4, channels: 3 as const, background: '#777' } };
const GPS = {
  GPSLatitudeRef: 'S',
  GPSLatitude: '7/1 18/1 36/1',
  GPSLongitudeRef: 'E',
  GPSLongitude: '109/1 21/1 0/1',
};

describe('a photo', () => {
  test('tells where it was taken, and shows it to nobody else', async () => {
    const taken = await sharp(grey)
      .withExif({ IFD0: { Artist: 'Warga Contoh' }, IFD3: GPS })
      .jpeg()
      .toBuffer();
    const { bytes, position } = await photoOf(taken, 'image/jpeg');
    expect(position).toEqual({ lat: -7.31, lon: 109.35 });
    expect((await sharp(bytes).metadata()).exif).toBeUndefined();
    expect(bytes.includes('Warga Contoh')).toBe(false);
  });

  test('in WebP is drawn anew too', async () => {
    const taken = await sharp(grey)
      .withExif({ IFD0: { Artist: 'Warga Contoh' }, IFD3: GPS })
      .webp()
      .toBuffer();
    const { bytes, position } = await photoOf(taken, 'image/webp');
    expect(position).toEqual({ lat: -7.31, lon: 109.35 });
    const { format, exif } = await sharp(bytes).metadata();
    expect([format, exif]).toEqual(['webp', undefined]);
  });

  test('without a position has none, and zeros are none', async () => {
    const nowhere = { ...GPS, GPSLatitude: '0/1 0/1 0/1', GPSLongitude: '0/1 0/1 0/1' };
    const zero = await sharp(grey).withExif({ IFD3: nowhere }).jpeg().toBuffer();
    expect((await photoOf(zero, 'image/jpeg')).position).toBeNull();
    expect((await photoOf(await sharp(grey).png().toBuffer(), 'image/png')).position).toBeNull();
  });

  test('stands upright as the camera was held', async () => {
    const sideways = await sharp(grey).withMetadata({ orientation: 6 }).jpeg().toBuffer();
    const { bytes } = await photoOf(sideways, 'image/jpeg');
    expect(await sharp(bytes).metadata()).toMatchObject({ width: 4, height: 8 });
  });

  test.each([
    ['that is none', Buffer.from('ffd8ffe000104a46494600', 'hex')],
    ['larger than any camera makes it', oversized()],
  ])('%s is refused', async (_name, bytes) => {
    await expect(photoOf(bytes, 'image/png')).rejects.toMatchObject({ failure: 'rejected' });
  });
});

describe('a small photo', () => {
  const noise = { type: 'gaussian' as const, mean: 128, sigma: 80 };
  const loud = { create: { width: 1_600, height: 900, channels: 3 as const, background: '#777', noise } };

  test.each([
    ['of much detail', loud],
    ['smaller than it', grey],
  ])('%s is a square that weighs 8 kB at most', async (_name, picture) => {
    const small = await smallPhotoOf(await sharp(picture).jpeg().toBuffer());
    const { format, width, height } = await sharp(small).metadata();
    expect([format, width === height, width <= 240]).toEqual(['webp', true, true]);
    expect(small.length).toBeLessThanOrEqual(8_000);
  });

  test('stands upright, and says nothing of who took it where', async () => {
    const [left, right] = ['#000', '#fff'].map((background) => ({ ...grey.create, background }));
    const taken = await sharp({ create: { ...grey.create, width: 16, background: '#000' } })
      .composite([
        { input: { create: right ?? grey.create }, left: 8, top: 0 },
        { input: { create: left ?? grey.create }, left: 0, top: 0 },
      ])
      .withExif({ IFD0: { Artist: 'Warga Contoh' }, IFD3: GPS })
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer();
    const small = await smallPhotoOf(taken);
    expect(small.includes('Warga Contoh')).toBe(false);
    expect((await sharp(small).metadata()).exif).toBeUndefined();
    // Turned a quarter to the right: what was left is above.
    const { data, info } = await sharp(small).greyscale().raw().toBuffer({ resolveWithObject: true });
    expect(data[info.width * 10 + 120]).toBeLessThan(30);
    expect(data[info.width * (info.height - 10) + 120]).toBeGreaterThan(225);
  });
});

/** A PNG whose header claims 50,000 by 50,000 pixels. */
function oversized(): Buffer {
  const header = Buffer.from('89504e470d0a1a0a0000000d494844520000c3500000c3500802000000', 'hex');
  return Buffer.concat([header, Buffer.alloc(64)]);
}
