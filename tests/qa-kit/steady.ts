import type { ElectronApplication, Page } from '@playwright/test';

/** Switches by which text and colours come out alike on every machine; the fonts are the app's own. */
export const steadySwitches = [
  '--force-device-scale-factor=1',
  '--force-color-profile=srgb',
  '--font-render-hinting=none',
  '--disable-lcd-text',
  '--disable-partial-raster',
  '--disable-skia-runtime-opts',
] as const;

/** Gives the window its size and takes motion out of it, so that pictures of it may be compared. */
export async function steady(
  { app, window }: { readonly app: ElectronApplication; readonly window: Page },
  size: { readonly width: number; readonly height: number },
): Promise<void> {
  await window.emulateMedia({ reducedMotion: 'reduce' });
  await app.evaluate(({ BrowserWindow }, { width, height }) => {
    BrowserWindow.getAllWindows()[0]?.setContentSize(width, height);
  }, size);
  await window.waitForFunction(({ width }) => globalThis.innerWidth === width, size);
}
