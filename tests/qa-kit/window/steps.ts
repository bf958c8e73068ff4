import type { Page } from '@playwright/test';
import { goTo, synced } from '../../e2e/support/connect';
import { apply, command, tray } from '../../e2e/support/edits';
import { settled } from '../../e2e/support/settled';
import { expect } from '../patient-expect';

export async function openSandbox(window: Page, scenario: 'B2C' | 'B2B' | 'Platforms'): Promise<void> {
  await window.getByRole('button', { name: new RegExp(`^Try ${scenario}: open`) }).click();
  await synced(window);
}

/** Goes to a screen, narrows its table by a text (the name, unless told) and opens the row of that name. */
export async function openRow(window: Page, screen: string, name: string, text = name): Promise<void> {
  await goTo(window, screen);
  await window.getByRole('textbox', { name: new RegExp(`^Filter ${screen}$`, 'i') }).fill(text);
  await window.getByRole('row', { name }).first().click();
  await expect(window.getByRole('complementary', { name: `Inspector: ${name}` })).toBeVisible();
}

/** Types into the palette and takes the first hit. */
export async function search(window: Page, text: string): Promise<void> {
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.keyboard.press('Control+k');
  await window.getByRole('textbox', { name: 'Search' }).fill(text);
  await window.keyboard.press('Enter');
  await expect(window.getByRole('dialog')).toHaveCount(0);
}

/** PNG of the window at rest: nothing is pointed at, nothing moves, no caret, nothing comes any more. */
export async function picture(window: Page): Promise<Buffer> {
  await window.mouse.move(0, 0);
  await settled(window);
  return window.screenshot({ animations: 'disabled', caret: 'hide' });
}

export async function sync(window: Page): Promise<void> {
  await command(window, 'Sync now');
  await synced(window);
}

export async function expectStaged(window: Page, count: number): Promise<void> {
  await expect(tray(window)).toContainText(count === 0 ? 'Nothing staged' : new RegExp(`\\b${count} staged`));
}

export async function resolve(window: Page, choice: 'mine' | 'theirs', about?: string): Promise<void> {
  const conflicts = window.getByRole('group', { name: /^Conflict/ });
  const meant = about === undefined ? conflicts : conflicts.filter({ hasText: about });
  // The mark of the choice lies over it, and is no control.
  await meant.getByRole('radio', { name: new RegExp(`^${choice}`, 'i') }).check({ force: true });
}

/** Applies what the review shows, closes the report; its text. */
export async function applyAll(window: Page): Promise<string> {
  await apply(window, 'Apply');
  const report = window.getByRole('region', { name: 'Report' });
  const text = (await report.textContent()) ?? '';
  await report.getByRole('button', { name: 'Close report' }).click();
  return text;
}
