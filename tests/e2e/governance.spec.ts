import { expect, test } from '@playwright/test';
import { connect, goTo } from './support/connect';
import { apply, review } from './support/edits';
import { launchApp } from './support/launch-app';
import { startService } from './support/service';

test('a domain of an organization is added, enrolled by, and removed in the window', async () => {
  const service = await startService(0.05);
  const { window, quit } = await launchApp();
  await connect(window, service, 'Domains of Northwind');
  const send = async (): Promise<void> => {
    await review(window);
    await apply(window, 'Apply');
    await window.getByRole('button', { name: 'Close report' }).click();
  };
  const held = async () =>
    (await service.list('/organization_domains?limit=500')).find(({ name }) => name === 'brand-new.example');
  const openDomains = async (): Promise<void> => {
    await goTo(window, 'Organizations');
    await window.getByRole('row').nth(1).click();
    await window.getByRole('button', { name: 'Open page' }).click();
    await window.getByRole('tab', { name: 'Domains' }).click();
  };

  await openDomains();
  await window.getByRole('button', { name: 'Add domain…' }).click();
  const dialog = window.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Domain' }).fill('brand new');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toContainText('is not a domain');
  await dialog.getByRole('textbox', { name: 'Domain' }).fill('brand-new.example');
  await dialog.getByRole('combobox', { name: 'Enrolment' }).selectOption('Suggested to join');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toBeHidden();
  await send();
  expect(await held()).toMatchObject({ enrollment_mode: 'automatic_suggestion' });

  await openDomains();
  await window.getByRole('row', { name: /brand-new\.example/ }).click();
  const inspector = window.getByRole('complementary', { name: 'Inspector: brand-new.example' });
  await inspector.getByRole('combobox', { name: 'Enrolment' }).selectOption('By invitation only');
  await expect(inspector.getByText('Suggested to join').last()).toBeVisible();
  await send();
  expect(await held()).toMatchObject({ enrollment_mode: 'manual_invitation' });

  await openDomains();
  await window.getByRole('row', { name: /brand-new\.example/ }).click();
  await window.getByRole('button', { name: 'Remove…' }).click();
  await window.getByRole('dialog').getByRole('button', { name: 'Stage removal' }).click();
  await send();
  expect(await held()).toBeUndefined();
  await quit();
});
