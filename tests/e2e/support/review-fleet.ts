import { expect, type Page } from '@playwright/test';
import { passphrase } from '../../support/passphrase';
import { accessibilityFaults } from './accessibility-faults';
import { goTo } from './connect';

/** Freezes a review of all applications of a platform, two of which are copied, and asks how far each is. @param copied name of one that is */
export async function reviewFleet(window: Page, copied: string, applications: number): Promise<void> {
  await goTo(window, 'Reviews');
  await window.getByRole('button', { name: 'New review…' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Name', exact: true }).fill('Admins of all');
  await dialog.getByRole('textbox', { name: 'Role' }).fill('org:admin');
  await dialog.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await dialog.getByRole('textbox', { name: 'Your name' }).fill('Ada');
  await dialog.getByRole('button', { name: 'Freeze and begin' }).click();
  const table = window.getByRole('table', { name: 'Applications of the review' });
  await expect(table.getByRole('cell', { name: 'No copy', exact: true })).toHaveCount(applications - 2);
  await expect(table.getByRole('row', { name: copied })).toContainText(/\d+ memberships?from a copy of/);
  await window.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
  await window.getByRole('button', { name: 'Ask each application' }).click();
  await expect(table.getByRole('row', { name: copied })).toContainText(
    /items? (is|are) not decided\. It is not closed\./,
  );
  await expect(window.getByRole('status').filter({ hasText: 'not complete' })).toContainText(
    `${applications} applications are not complete`,
  );
  await window.getByRole('button', { name: `Read ${applications - 2} more` }).click();
  await expect(window.getByRole('alert')).toContainText(
    'No further application of Admins of all could be read',
  );
  await expect(table.getByRole('row', { name: copied })).toContainText(/\d+ memberships?from a copy of/);
  expect(await accessibilityFaults(window)).toEqual([]);
}
