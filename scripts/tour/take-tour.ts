import type { Page } from '@playwright/test';
import { synced } from '../../tests/e2e/support/connect';
import { command } from '../../tests/e2e/support/edits';
import { launchApp } from '../../tests/e2e/support/launch-app';
import { type Album, openAlbum } from './album';
import { walkChanges } from './walk-changes';
import { walkFindings } from './walk-findings';
import { walkFleet } from './walk-fleet';
import { walkPlanBook } from './walk-plan-book';
import { walkFilters, walkRail } from './walk-rail';

/** Walks the built app from its first run to an applied change, and leaves pictures in `folder`; returns what failed. */
export async function takeTour(folder: string): Promise<readonly string[]> {
  const { window, quit } = await launchApp();
  const album = await openAlbum(folder, window);
  await album.attempt('First run', () => album.take('First run'));
  await album.attempt('Northwind', () => openWorld(window, album, 'Northwind'));
  await album.attempt('The rail of Northwind', () => walkRail(window, album, 'Northwind'));
  await album.attempt('Findings', () => walkFindings(window, album, 'Northwind'));
  await walkFilters(window, album, 'Northwind');
  await album.attempt('Palette', async () => {
    await window.keyboard.press('Control+k');
    await window.getByRole('textbox', { name: 'Search' }).fill('a');
    await album.take('Search and commands');
    await window.keyboard.press('Escape');
  });
  await album.attempt('Keyboard', async () => {
    await command(window, 'Keyboard shortcuts');
    await album.take('Keyboard');
    await window.keyboard.press('Escape');
  });
  await album.attempt('Lumen', async () => {
    await command(window, 'Close this workspace');
    await album.take('Workspaces');
    await openWorld(window, album, 'Lumen');
    await walkRail(window, album, 'Lumen');
    await command(window, 'Close this workspace');
  });
  await album.attempt('Campus', async () => {
    await openWorld(window, album, 'Campus');
    await walkRail(window, album, 'Campus');
    await walkFleet(window, album);
    await walkPlanBook(window, album);
    await walkFindings(window, album, 'Campus');
    await command(window, 'Close this workspace');
  });
  await album.attempt('Changes', () => walkChanges(window, album));
  await quit();
  return album.close();
}

/** Opens a world of the sandbox, and shows its first sync, slowed down so that there is something to see. */
async function openWorld(window: Page, album: Album, world: string): Promise<void> {
  await window.getByRole('button', { name: `open ${world}` }).click();
  await window.getByRole('button', { name: /^Sync(ing|ed)/ }).waitFor();
  // A small world may have been copied before it is looked at.
  if (await window.getByRole('button', { name: /^Syncing/ }).isVisible()) {
    await setLatency(window, 400);
    await album.take(`${world}: first sync`);
    await setLatency(window, 0);
  }
  await synced(window);
}

async function setLatency(window: Page, ms: number): Promise<void> {
  await window.evaluate(`window.tenantry.call('sandboxSwitch', { kind: 'latency', ms: ${ms} })`);
}
