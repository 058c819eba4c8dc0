import { describe, expect, test } from '@jest/globals';
import sharp from 'sharp';
import { photoOf } from './photo.ts';

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

/** A PNG whose header claims 50,000 by 50,000 pixels. */
function oversized(): Buffer {
  const header = Buffer.from('89504e470d0a1a0a0000000d494844520000c3500000c3500802000000', 'hex');
  return Buffer.concat([header, Buffer.alloc(64)]);
}
