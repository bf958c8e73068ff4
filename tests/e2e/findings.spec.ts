import { expect, type Page, test } from '@playwright/test';
import { accessibilityFaults } from './support/accessibility-faults';
import { connect, goTo } from './support/connect';
import { apply, command, review, tray } from './support/edits';
import { launchApp } from './support/launch-app';
import { startService } from './support/service';

const section = (window: Page, title: string) =>
  window
    .getByRole('region', { name: 'Findings', exact: true })
    .getByRole('region', { name: title, exact: true });
const inspector = (window: Page, title: string) =>
  window.getByRole('complementary', { name: `Inspector: ${title}` });
const stale = 'Invitation pending for over 30 days';
const certificate = 'Certificate expired, or expires within 30 days';

test('findings are mended and answered for: staged with whom it touches, gone once reconciled, accepted until a day', async () => {
  const service = await startService(0.05);
  const { window, quit } = await launchApp();
  await connect(window, service, 'Findings of Northwind');
  await expect(window.getByRole('button', { name: /^Findings \d/ })).toBeVisible();
  await window.keyboard.press('g');
  await window.keyboard.press('j');

  // What could not be tried never stands with what is fine.
  await expect(section(window, 'Not tried')).toContainText('Platform token');
  await expect(section(window, 'Nothing found')).not.toContainText('Breached passwords');
  const found = section(window, 'Found');
  const row = (title: string) => found.getByRole('button', { name: title });
  const worst = await found.getByRole('listitem').first().textContent();
  expect(worst).toMatch(/^Critical/);
  expect(await accessibilityFaults(window)).toEqual([]);

  await row(stale).click();
  const fixing = inspector(window, stale);
  const hits = fixing.getByRole('list', { name: `Whom it hits: ${stale}` }).getByRole('listitem');
  await expect(hits.first()).toContainText('Invited:');
  const count = await hits.count();
  expect(count).toBeGreaterThan(1);
  await fixing.getByRole('button', { name: 'Revoke the invitations…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Revoke the invitations?' });
  await expect(dialog.getByRole('listitem')).toHaveCount(count);
  expect(await accessibilityFaults(window)).toEqual([]);
  // The key that closes the dialog leaves what it was opened from.
  await window.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await expect(fixing).toBeVisible();
  await fixing.getByRole('button', { name: 'Revoke the invitations…' }).click();
  await dialog.getByRole('button', { name: `Stage ${count} changes` }).click();
  await expect(dialog).toBeHidden();
  await expect(tray(window)).toContainText(String(count));
  await command(window, 'Undo');
  await expect(tray(window)).toContainText('Nothing staged');
  await command(window, 'Redo');
  await review(window);
  await apply(window, 'Apply');
  await window.getByRole('button', { name: 'Close report' }).click();
  await goTo(window, 'Findings');
  await command(window, 'Sync now');
  await expect(section(window, 'Nothing found')).toContainText(stale);
  await expect(row(stale)).toHaveCount(0);

  // One record, then taken back; then all that the check finds.
  await row(certificate).click();
  const accepting = inspector(window, certificate);
  await accepting
    .getByRole('button', { name: /^Accept… ./ })
    .first()
    .click();
  const accept = window.getByRole('dialog');
  await expect(accept.getByRole('button', { name: 'Accept', exact: true })).toBeDisabled();
  await accept.getByRole('textbox', { name: 'Reason' }).fill('The customer sends a new one on Monday');
  await accept.getByLabel('Until').fill('2020-01-01');
  await expect(accept.getByText('Choose a day that is not over.')).toBeVisible();
  await accept.getByLabel('Until').fill('2999-01-31');
  await accept.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  expect(await accessibilityFaults(window)).toEqual([]);
  await accept.getByRole('button', { name: 'Accept', exact: true }).click();
  const accepted = accepting.getByRole('list', { name: 'Accepted' });
  await expect(accepted).toContainText('by Ada, until 31 Jan 2999');
  await expect(section(window, 'Accepted')).toContainText(certificate);
  await accepted.getByRole('button', { name: /^Take back/ }).click();
  await expect(row(certificate)).toBeVisible();
  await expect(accepted).toHaveCount(0);

  // A check of one's own, out of a filter.
  await window.getByRole('button', { name: 'New check…' }).click();
  const making = window.getByRole('dialog', { name: 'New check' });
  await making.getByRole('textbox', { name: 'Name' }).fill('Locked out');
  await making.getByRole('textbox', { name: 'Why it matters' }).fill('They call the support desk.');
  await making.getByRole('textbox', { name: 'Found is what fulfils' }).fill('twoFactor=false');
  await expect(making.getByText(/is no field of user/)).toBeVisible();
  await making.getByRole('textbox', { name: 'Found is what fulfils' }).fill('twoFactorEnabled=false');
  await making.getByRole('button', { name: 'Keep the check' }).click();
  await expect(row('Locked out')).toContainText('people');
  await row('Locked out').click();
  await inspector(window, 'Locked out').getByRole('button', { name: 'Remove the check' }).click();
  await expect(row('Locked out')).toHaveCount(0);

  // What a check hits is a table to work in, and what a table is filtered by is a check.
  await row('Admin without a second factor').click();
  await inspector(window, 'Admin without a second factor')
    .getByRole('button', { name: /as a table$/ })
    .click();
  await expect(window.getByRole('heading', { name: 'Memberships' })).toBeVisible();
  await window.getByRole('button', { name: 'Saved views' }).click();
  await window.getByRole('menuitem', { name: 'Keep as a check…' }).click();
  await expect(making.getByRole('textbox', { name: 'Found is what fulfils' })).toHaveValue(
    /^id in \(orgmem_/,
  );
  await making.getByRole('button', { name: 'Cancel' }).click();

  await window.getByRole('button', { name: 'As a table', exact: true }).click();
  await expect(window.getByRole('table', { name: 'Open findings by day' }).getByRole('row')).toHaveCount(2);
  await quit();
});
