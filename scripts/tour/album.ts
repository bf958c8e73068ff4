import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Page } from '@playwright/test';
import { albumPage } from './album-page';
import { type Picture, schemes } from './picture';

/** A folder of pictures, each taken in light and dark, with an index.html over them. */
export interface Album {
  /** Takes what the window shows now. */
  take(title: string): Promise<void>;
  /** Does one part of the tour; what goes wrong there is noted, and the tour goes on. */
  attempt(what: string, part: () => Promise<void>): Promise<void>;
  /** Writes the index; returns what went wrong on the way. */
  close(): Promise<readonly string[]>;
}

export async function openAlbum(folder: string, window: Page): Promise<Album> {
  await rm(folder, { recursive: true, force: true });
  await mkdir(folder, { recursive: true });
  const pictures: Picture[] = [];
  const failures: string[] = [];
  return {
    async take(title) {
      const number = String(pictures.length + 1).padStart(2, '0');
      const name = `${number}-${title.toLowerCase().replace(/[^a-z0-9]+/g, '-')}`;
      await settle(window);
      for (const scheme of schemes) {
        await window.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await window.screenshot({ path: join(folder, `${name}.${scheme}.png`) });
      }
      pictures.push({ title, name });
      process.stdout.write(`${name}\n`);
    },
    async attempt(what, part) {
      try {
        await part();
      } catch (error) {
        failures.push(`${what}: ${error instanceof Error ? error.message.split('\n')[0] : String(error)}`);
      }
    },
    async close() {
      await writeFile(join(folder, 'index.html'), albumPage(pictures, failures));
      return failures;
    },
  };
}

/** Waits until nothing on the page is marked as loading any more, two seconds at most, and a moment for the paint. */
async function settle(window: Page): Promise<void> {
  const loading = window.locator('[aria-busy="true"], .mantine-Skeleton-root');
  await loading
    .first()
    .waitFor({ state: 'hidden', timeout: 2_000 })
    .catch(() => undefined);
  await window.waitForTimeout(250);
}
