import type { Page } from '@playwright/test';
import { expect } from '../../qa-kit/patient-expect';
import { goTo } from './connect';
import type { Subject } from './pick-subject';

export interface Brand {
  readonly title: string;
  /** `#rrggbb`. */
  readonly color: string;
  /** Path of a picture. */
  readonly logo: string;
}

/** Foot of the window: what is staged. */
export const tray = (window: Page) => window.getByRole('region', { name: 'Changes tray' });

/** Runs a command of the palette. */
export async function command(window: Page, name: string): Promise<void> {
  // One that has just closed is still fading away, and would take the new one with it.
  await expect(window.getByRole('dialog')).toHaveCount(0);
  await window.keyboard.press('Control+k');
  await window.getByRole('textbox', { name: 'Search' }).fill(name);
  await window.getByRole('dialog').getByRole('button', { name, exact: true }).click();
}

interface StagedRole {
  readonly member: { readonly name: string; readonly email: string };
  readonly organization: { readonly name: string };
}

/** Stages another role for the member, from the table of memberships. */
export async function stageRole(
  window: Page,
  { member, organization }: StagedRole,
  role: string,
): Promise<void> {
  await goTo(window, 'Memberships');
  await window.getByRole('textbox', { name: 'Filter memberships' }).fill(member.email);
  await window.getByRole('row', { name: member.name }).filter({ hasText: organization.name }).click();
  await window.getByRole('combobox', { name: `Role of ${member.name} in ${organization.name}` }).click();
  await window.getByRole('option', { name: role, exact: true }).click();
}

/** Opens the organization, by its name, in the inspector and stages another one. */
export async function stageName(window: Page, organization: string, name: string): Promise<void> {
  await goTo(window, 'Organizations');
  await window.getByRole('textbox', { name: 'Filter organizations' }).fill(organization);
  await window.getByRole('row', { name: organization }).first().click();
  await window.getByRole('button', { name: 'Edit Name' }).click();
  await window.getByRole('textbox', { name: 'Name', exact: true }).fill(name);
  await window.getByRole('button', { name: 'Stage change' }).click();
}

/** Opens the organization in the inspector and stages another seat limit. */
export async function stageSeats(window: Page, { organization, seats }: Subject): Promise<void> {
  await goTo(window, 'Organizations');
  await window.getByRole('textbox', { name: 'Filter organizations' }).fill(organization.name);
  await window.getByRole('row', { name: organization.name }).click();
  await window.getByRole('button', { name: 'Edit Seats' }).click();
  await window.getByRole('textbox', { name: 'Seats' }).fill(String(seats));
  await window.getByRole('button', { name: 'Stage change' }).click();
}

/** Stages a title, a colour and a logo on the organization's page: three changes, one undo group. */
export async function stageBranding(window: Page, brand: Brand): Promise<void> {
  await window.getByRole('button', { name: 'Open page' }).click();
  await window.getByRole('tab', { name: 'Branding' }).click();
  await window.getByRole('textbox', { name: 'Primary colour' }).fill(brand.color);
  await window.getByRole('textbox', { name: 'Sign-in title' }).fill(brand.title);
  await window.locator('input[type="file"]').setInputFiles(brand.logo);
  await expect(window.getByRole('button', { name: 'Stage 3 changes' })).toBeEnabled();
  await window.getByRole('button', { name: 'Stage 3 changes' }).click();
}

/** Opens the review: a plan made on fresh reads of the service. */
export async function review(window: Page): Promise<void> {
  await goTo(window, 'Changes');
  await window
    .getByRole('button', { name: /^Review \d|^Review all|^Review changes$/ })
    .first()
    .click();
  await expect(window.getByRole('region', { name: 'Review' })).toBeVisible();
}

/** Applies what was reviewed and waits for the report. A live key asks once more. */
export async function apply(window: Page, verb: string): Promise<void> {
  await window.getByRole('button', { name: new RegExp(`^${verb}`) }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('button', { name: /^Apply/ }).click();
  await expect(window.getByRole('region', { name: 'Report' })).toBeVisible();
  // Shortcuts are the dialog's until it has faded away.
  await expect(dialog).toBeHidden();
}

/** Stages an invitation to an organization, as a member, from its page. */
export async function invite(window: Page, organization: string, emails: string): Promise<void> {
  await goTo(window, 'Organizations');
  await window.getByRole('textbox', { name: 'Filter organizations' }).fill(organization);
  await window.getByRole('row', { name: organization }).click();
  await window.getByRole('button', { name: 'Open page' }).click();
  await window.getByRole('tab', { name: 'Invitations' }).click();
  await window.getByRole('button', { name: /^Invite/ }).click();
  await window.getByRole('textbox', { name: 'Email addresses' }).fill(emails);
  await window.getByRole('combobox', { name: 'Role' }).click();
  await window.getByRole('option', { name: 'Member', exact: true }).click();
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /^Stage/ })
    .click();
}
