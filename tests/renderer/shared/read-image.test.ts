import { imageType, readImage } from '@renderer/screens/shared/read-image';
import { maxLogoBytes } from '@shared/domain/kinds/kinds';
import { describe, expect, it } from 'vitest';

const png = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]);

describe('a chosen logo', () => {
  it.each<[string, Uint8Array, string | null]>([
    ['PNG', png, 'image/png'],
    ['JPEG', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'image/jpeg'],
    ['GIF', new TextEncoder().encode('GIF89a...'), 'image/gif'],
    ['WebP', new TextEncoder().encode('RIFF____WEBPVP8 '), 'image/webp'],
    ['SVG, which may hold scripts', new TextEncoder().encode('<svg xmlns='), null],
    ['a PNG cut short', png.subarray(0, 5), null],
    ['nothing', new Uint8Array(), null],
  ])('is known by its content: %s', (_, bytes, type) => {
    expect(imageType(bytes)).toBe(type);
  });

  it('may be a Windows icon where the service takes one', () => {
    const ico = new Uint8Array([0, 0, 1, 0, 1, 0, 16, 16]);
    expect([imageType(ico), imageType(ico, true), imageType(png, true)]).toEqual([
      null,
      'image/x-icon',
      'image/png',
    ]);
  });

  it('becomes a data URI of what it is, not of what it is called', async () => {
    const read = await readImage(new File([png], 'logo.gif', { type: 'image/gif' }));
    expect(read).toEqual({ ok: true, value: `data:image/png;base64,${Buffer.from(png).toString('base64')}` });
  });

  it('of the greatest size is read, one byte more is turned down', async () => {
    const whole = new Uint8Array(maxLogoBytes);
    whole.set(png);
    expect((await readImage(new Blob([whole]))).ok).toBe(true);
    expect(await readImage(new Blob([whole, new Uint8Array(1)]))).toMatchObject({
      ok: false,
      error: { code: 'invalid-input' },
    });
  });
});
