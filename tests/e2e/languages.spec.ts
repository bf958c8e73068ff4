import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { isScreenIn, screenTable } from '@shared/contract/screens';
import type { Scenario } from '@shared/domain/scenario';
import { languageVariable } from '@shared/language/language';
import { projectRoot } from '../../scripts/project-root';
import { goTo, synced } from './support/connect';
import { launchApp } from './support/launch-app';
import { settled } from './support/settled';
import { temporaryFolder } from './support/temporary-folder';
import { unmarkedTexts } from './support/unmarked-texts';

/** Where the sandbox has the words of its worlds from: what is shown of them is data. */
const sandbox = join(projectRoot, 'src-main/sandbox');
const worlds = readdirSync(sandbox, { recursive: true, encoding: 'utf8' })
  .filter((path) => path.endsWith('.ts'))
  .map((path) => readFileSync(join(sandbox, path), 'utf8'))
  .join('\n');

/** English as a sentence has it, which no name of a world is made of. */
const english =
  /\b(?:the|is|are|no|not|to|on|with|by|from|at|or|as|has|have|be|it|this|that|was|yes|never|none|all|full|enabled|and more)\b/;

/** Data that reads like a sentence: names of connections, what the service's own pages say, moments of time. */
const data = /^or$|sign-on|: [A-Z]\w+ [\w ]+$|^Sign in to |^Continue with|^No account\?|^app_|^\d+ \w+ \d{4}/;

const writtenOut = (texts: readonly string[]): readonly string[] =>
  texts.filter(
    (text) => english.test(text) && !data.test(text) && !(text.length > 12 && worlds.includes(text)),
  );

/** Goes to every screen of a world, and beside its first row, and tells what stands there written out. */
async function walk(window: Page, scenario: Scenario): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { name, ...screen } of screenTable.filter((each) => isScreenIn(each, scenario))) {
    await window.evaluate((hash) => {
      location.hash = hash;
    }, `#/${name}`);
    await settled(window);
    found.push(...writtenOut(await unmarkedTexts(window)).map((text) => `${name}: ${text}`));
    if (!('counted' in screen)) continue;
    await window.keyboard.press('j');
    await window.keyboard.press('o');
    await settled(window);
    found.push(...writtenOut(await unmarkedTexts(window)).map((text) => `beside ${name}: ${text}`));
  }
  return found;
}

test('no text of the window is written out: each can be translated', async () => {
  test.setTimeout(600_000);
  const { window, quit } = await launchApp({ language: 'pseudo' });
  expect(writtenOut(await unmarkedTexts(window))).toEqual([]);
  await window.getByRole('button', { name: 'open Northwind' }).click();
  await settled(window);
  expect.soft(await walk(window, 'b2b')).toEqual([]);
  await window.keyboard.press('Control+k');
  await window.getByRole('textbox', { name: 'Search' }).fill('Close this workspace');
  await window
    .getByRole('option', { name: 'Close this workspace' })
    .or(window.getByRole('dialog').getByRole('button', { name: 'Close this workspace' }))
    .first()
    .click();
  await window.getByRole('button', { name: 'open Campus' }).click();
  await settled(window);
  expect.soft(await walk(window, 'platforms')).toEqual([]);
  await quit();
});

test('German, once it is chosen, is spoken from the next start on', async () => {
  const userData = await temporaryFolder('profile');
  const first = await launchApp({ userData });
  await first.window.getByRole('button', { name: 'open Northwind' }).click();
  await synced(first.window);
  await goTo(first.window, 'Settings');
  await first.window.getByRole('radiogroup', { name: 'Language' }).getByText('Deutsch').click();
  await expect(first.window.getByText('Spoken from the next start on.')).toBeVisible();
  await first.quit();

  const { app, window, quit } = await launchApp({ userData, env: { [languageVariable]: '' } });
  await expect(window.locator('html')).toHaveAttribute('lang', 'de');
  await expect(window.getByRole('link', { name: 'Übersicht' })).toBeVisible();
  const menu = await app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
  expect(menu).toContain('Datei');
  await window.getByRole('link', { name: /^Rollen/ }).click();
  await expect(window.getByRole('heading', { name: 'Rollen' }).first()).toBeVisible();
  // Longer words than English ones: a bar of filters gives up those beside icons before it takes a second line.
  await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setContentSize(1360, 800));
  for (const screen of ['Mitgliedschaften', 'Personen']) {
    await window.getByRole('link', { name: new RegExp(`^${screen}`) }).click();
    await expect(window.getByRole('main', { name: screen })).toBeVisible();
    await settled(window);
    await expect.poll(async () => (await window.getByRole('search').boundingBox())?.height).toBeLessThan(60);
  }
  await window.getByRole('row').nth(1).click();
  await window.getByRole('switch', { name: /^Gesperrt/ }).click();
  await expect(window.getByRole('status').getByText('1 vorgemerkt')).toBeVisible();
  // They have room in the header at 200 % as well.
  await window.getByRole('link', { name: /^Verlauf/ }).click();
  await app.evaluate(({ BrowserWindow }) => {
    const [shown] = BrowserWindow.getAllWindows();
    shown?.setContentSize(1440, 860);
    shown?.webContents.setZoomFactor(2);
  });
  await expect.poll(() => window.evaluate(() => innerWidth)).toBe(720);
  await expect(window.getByRole('button', { name: /^Synchronisiert/ })).toBeInViewport({ ratio: 1 });
  await quit();
});
