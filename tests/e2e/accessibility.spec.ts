import { expect, type Page, test } from '@playwright/test';
import { accessibilityFaults } from './support/accessibility-faults';
import { goTo, synced } from './support/connect';
import { command } from './support/edits';
import { type LaunchedApp, launchApp } from './support/launch-app';
import { settled } from './support/settled';

let launched: LaunchedApp;
test.beforeAll(async () => {
  launched = await launchApp();
});
test.afterAll(() => launched.quit());

test('what violates is found', async () => {
  const { window } = launched;
  await window.evaluate(`{
    const faint = document.createElement('p');
    faint.id = 'faint';
    faint.textContent = 'Hardly to be read';
    faint.style.color = 'rgb(128 128 128 / 40%)';
    document.querySelector('main').append(faint);
  }`);
  const found = await accessibilityFaults(window);
  expect(found.map((fault) => fault.split(':', 2).join(':'))).toEqual([
    'light: color-contrast',
    'dark: color-contrast',
  ]);
  await window.evaluate("document.getElementById('faint').remove()");
});

test('no screen violates WCAG A or AA, in light or dark', async () => {
  // Some thirty screens, each looked at twice: minutes where other work takes the processor.
  test.setTimeout(900_000);
  const { window } = launched;
  const look = (what: string): Promise<void> =>
    test.step(what, async () => expect.soft(await accessibilityFaults(window), what).toEqual([]));

  await look('First run');
  await window.getByRole('button', { name: 'Connect a real instance' }).click();
  await look('Connect');
  await window.getByRole('button', { name: 'Back' }).click();

  await window.getByRole('button', { name: 'open Northwind' }).click();
  await lookAround(window, look);

  await window.keyboard.press('Control+k');
  await window.getByRole('textbox', { name: 'Search' }).fill('a');
  await look('Palette');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toBeHidden();
  await command(window, 'Keyboard shortcuts');
  await look('Keyboard');
  await window.keyboard.press('Escape');

  await command(window, 'Close this workspace');
  await window.getByRole('button', { name: 'open Campus' }).click();
  await lookAround(window, look);
  await goTo(window, 'Find a person');
  await window.getByRole('tab', { name: 'Copies' }).click();
  await window.getByRole('button', { name: /without a copy…$/ }).click();
  await look('Copy pools');
  await window.keyboard.press('Escape');
  await expect(window.getByRole('dialog')).toBeHidden();
  await look('Copies');
  await goTo(window, 'Applications');
  await window.getByRole('grid').getByRole('row').nth(1).getByRole('checkbox').click();
  await window.getByRole('button', { name: 'Set a policy…' }).click();
  await look('Set a policy');
});

/** Every screen of the rail, with its first record open, and that record's own page. */
async function lookAround(window: Page, look: (what: string) => Promise<void>): Promise<void> {
  await synced(window);
  // Organizations, Limits and Branding lead to one page.
  let isPageSeen = false;
  const links = window.getByRole('navigation', { name: 'Screens' }).getByRole('link');
  for (let index = 0; index < (await links.count()); index += 1) {
    const title = (await links.nth(index).locator('span').first().textContent()) ?? '';
    await links.nth(index).click();
    await window.getByRole('main', { name: title }).waitFor();
    await settled(window);
    const row = window.getByRole('grid').getByRole('row').nth(1);
    if (await row.isVisible()) await row.click();
    await look(title);
    const page = window.locator('[data-inspector]').getByRole('button', { name: 'Open page' });
    if (!isPageSeen && (await page.isVisible())) {
      isPageSeen = true;
      await page.click();
      await window.getByRole('tab').first().waitFor();
      for (const tab of await window.getByRole('tab').all()) {
        await tab.click();
        await look(`${title}: page, ${await tab.textContent()}`);
      }
    }
  }
}
