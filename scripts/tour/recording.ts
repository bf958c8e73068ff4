import { writeFile } from 'node:fs/promises';
import type { ElectronApplication, Page } from '@playwright/test';
import gifenc from 'gifenc';

const { applyPalette, GIFEncoder, quantize } = gifenc;

/** What the window showed, and for how long the reader may look at it, ms. */
interface Still {
  readonly rgba: Uint8Array;
  readonly holdMs: number;
}

/** Stills of a window, one after another, as one moving picture. */
export interface Recording {
  /** Takes what the window shows now. */
  still(holdMs: number): Promise<void>;
  /** Writes the GIF, which repeats for ever; its size in bytes. */
  write(file: string): Promise<number>;
}

/** Records a window of that many pixels, which must not change its size meanwhile. */
export function record(app: ElectronApplication, window: Page, width: number, height: number): Recording {
  const stills: Still[] = [];
  return {
    async still(holdMs) {
      const png = await window.screenshot({ caret: 'hide', animations: 'disabled' });
      const rgba = await pixelsOf(app, png);
      if (rgba.length !== width * height * 4)
        throw new Error(`The window is not ${width} by ${height} pixels`);
      stills.push({ rgba, holdMs });
    },
    async write(file) {
      const bytes = encode(stills, width, height);
      await writeFile(file, bytes);
      return bytes.length;
    },
  };
}

/** Electron decodes PNG, so that no library has to. */
async function pixelsOf(app: ElectronApplication, png: Buffer): Promise<Uint8Array> {
  const bgra = await app.evaluate(
    ({ nativeImage }, text) =>
      nativeImage.createFromBuffer(Buffer.from(text, 'base64')).toBitmap().toString('base64'),
    png.toString('base64'),
  );
  const pixels = new Uint8Array(Buffer.from(bgra, 'base64'));
  for (let at = 0; at < pixels.length; at += 4) {
    const blue = pixels[at] ?? 0;
    pixels[at] = pixels[at + 2] ?? 0;
    pixels[at + 2] = blue;
  }
  return pixels;
}

/** One palette for all stills; of each but the first only what differs from the one before, which is little. */
function encode(stills: readonly Still[], width: number, height: number): Uint8Array {
  const colours = quantize(sampled(stills), 255);
  const palette = [...colours, [255, 0, 255]];
  const same = palette.length - 1;
  const gif = GIFEncoder();
  let before: Uint8Array | null = null;
  for (const { rgba, holdMs } of stills) {
    const index = applyPalette(rgba, colours);
    const last: Uint8Array | null = before;
    const shown = last === null ? index : index.map((colour, at) => (colour === last[at] ? same : colour));
    gif.writeFrame(shown, width, height, {
      delay: holdMs,
      transparent: last !== null,
      transparentIndex: same,
      dispose: 1,
      repeat: 0,
      ...(last === null && { palette }),
    });
    before = index;
  }
  gif.finish();
  return gif.bytes();
}

/** Every seventh pixel of all stills: enough to choose colours by. */
function sampled(stills: readonly Still[]): Uint8Array {
  const every = 7;
  const parts = stills.map(({ rgba }) => {
    const part = new Uint8Array(Math.floor(rgba.length / 4 / every) * 4);
    for (let at = 0; at < part.length / 4; at++)
      part.set(rgba.subarray(at * every * 4, at * every * 4 + 4), at * 4);
    return part;
  });
  return new Uint8Array(Buffer.concat(parts));
}
