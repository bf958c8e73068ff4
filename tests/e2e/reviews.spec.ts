import { spawnSync } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { accessibilityFaults } from './support/accessibility-faults';
import { connect } from './support/connect';
import { apply, command, review, tray } from './support/edits';
import { launchApp } from './support/launch-app';
import { saveTo } from './support/save-to';
import { startService } from './support/service';
import { temporaryFolder } from './support/temporary-folder';

test('an access review is decided by keys, closed into one change set, and proven once it was read back', async () => {
  const service = await startService(0.03);
  const { app, window, quit } = await launchApp();
  await connect(window, service, 'Reviews of Northwind');
  await window.keyboard.press('g');
  await window.keyboard.press('z');
  await window.getByRole('button', { name: 'New review…' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('textbox', { name: /^Name/ }).fill('Members');
  await dialog.getByRole('combobox', { name: 'Permission or role' }).fill('Member');
  await window.getByRole('option', { name: 'Member', exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  await dialog.getByRole('button', { name: 'Freeze and begin' }).click();

  // A key decides, and the next one has the focus at once: three keys, three people.
  const items = window.getByRole('list', { name: 'Items of the review' }).getByRole('listitem');
  const names = async () => Promise.all([0, 1, 2, 3].map((at) => items.nth(at).getAttribute('aria-label')));
  await expect(items.nth(3)).toBeVisible();
  const [first = '', , , fourth = ''] = await names();
  // From elsewhere a key only brings the focus: nothing is decided unseen.
  await window.getByRole('button', { name: 'All reviews' }).focus();
  await window.keyboard.press('k');
  await expect(items.first()).toBeFocused();
  await expect(window.getByRole('status').filter({ hasText: 'decided' })).toContainText(/^0 of/);
  // However fast they come, each is of its own: none waits for what is drawn meanwhile.
  await window.evaluate(
    async (keys) => {
      for (const key of keys) {
        document.activeElement?.dispatchEvent(
          new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }),
        );
        await Promise.resolve();
      }
    },
    ['r', 'k', 'd'],
  );
  await expect(window.getByRole('status').filter({ hasText: 'decided' })).toContainText(/^3 of/);
  await expect(items.first()).toHaveAttribute('aria-label', fourth ?? '');
  await expect(items.first()).toBeFocused();
  await window.keyboard.press('n');
  await dialog.getByRole('textbox', { name: 'Note' }).fill('on leave');
  await dialog.getByRole('button', { name: 'Decide' }).click();
  await window.getByRole('button', { name: 'Filter by decision: Undecided' }).click();
  await window.getByRole('menuitemradio', { name: /^Keep/ }).click();
  await expect(items.filter({ hasText: 'Ada: on leave' })).toHaveCount(1);
  await items.first().focus();
  await window.keyboard.press('Enter');
  const inspector = window.getByRole('complementary', { name: /^Inspector: / });
  await expect(inspector.getByRole('heading', { name: 'How they come to it' })).toBeVisible();
  expect(await accessibilityFaults(window)).toEqual([]);
  await window.keyboard.press('Escape');

  await window.getByRole('button', { name: 'Close…' }).click();
  await expect(dialog).toContainText('The removal of 1 membership is staged');
  await expect(dialog).toContainText('count as not reviewed');
  expect(await accessibilityFaults(window)).toEqual([]);
  await dialog.getByRole('button', { name: 'Close and stage 1 removal' }).click();
  await expect(tray(window)).toContainText('1');
  const revoked = items.filter({ hasText: first?.split(',')[0] ?? '' });
  await expect(revoked).toContainText('Staged, not sent yet.');

  await review(window);
  await apply(window, 'Apply');
  await window.getByRole('button', { name: 'Close report' }).click();
  await window.keyboard.press('g');
  await window.keyboard.press('z');
  await expect(window.getByRole('row', { name: /Members/ })).toContainText('0 of 1 read back gone');
  await command(window, 'Sync now');
  await expect(window.getByRole('row', { name: /Members/ })).toContainText('1 membership read back gone');
  await window.getByRole('button', { name: 'Members', exact: true }).click();
  await expect(revoked).toContainText(/Revoked .*, read back gone .*\./);

  // The report says the same on paper.
  const paper = join(await temporaryFolder('report'), 'members.pdf');
  await saveTo(app, paper);
  await window.getByRole('button', { name: 'Files' }).click();
  await window.getByRole('menuitem', { name: 'Report (PDF)…' }).click();
  await expect(window.getByText(`Saved ${paper}`)).toBeVisible();
  const printed = await readFile(paper);
  expect(printed.subarray(0, 5).toString()).toBe('%PDF-');
  const told = spawnSync('pdftotext', ['-layout', paper, '-'], { encoding: 'utf8' });
  if (told.error === undefined) expect(told.stdout).toMatch(/read\s+back\s+gone/);

  // Deleted by a gesture of its own, which says first what is lost.
  await window.getByRole('button', { name: 'Delete…' }).click();
  await expect(dialog).toContainText('the decisions and notes on 4');
  await expect(dialog).toContainText('what became of 1 revocation');
  await expect(dialog.getByRole('button', { name: 'Cancel' })).toBeFocused();
  expect(await accessibilityFaults(window)).toEqual([]);
  await dialog.getByRole('button', { name: 'Delete review' }).click();
  await expect(window.getByRole('button', { name: 'New review…' })).toBeVisible();
  await expect(window.getByRole('row', { name: /Members/ })).toHaveCount(0);
  await quit();
});
