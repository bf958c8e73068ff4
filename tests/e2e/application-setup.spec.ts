import { expect, test } from '@playwright/test';
import { accessibilityFaults } from './support/accessibility-faults';
import { connect, goTo, synced } from './support/connect';
import { apply, review } from './support/edits';
import { launchApp } from './support/launch-app';
import { startService } from './support/service';

test('developer things are set up offline; secrets are shown in the report, once', async () => {
  const service = await startService(0.05, 'lumen');
  const { window, quit } = await launchApp();
  await connect(window, service, 'Set-up of Lumen', 'B2C');
  await service.die();

  await goTo(window, 'Developers');
  const dialog = window.getByRole('dialog');
  await window.getByRole('button', { name: 'New…' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Loyalty');
  await dialog.getByRole('textbox', { name: 'Redirect URIs' }).fill('nowhere');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toContainText('"nowhere" is no address');
  await dialog
    .getByRole('textbox', { name: 'Redirect URIs' })
    .fill('https://loyalty.example/cb, loyalty://cb');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toBeHidden();
  expect(await accessibilityFaults(window)).toEqual([]);

  await window.getByRole('tab', { name: 'JWT templates' }).click();
  await window.getByRole('grid').getByText('analytics').click();
  await window.getByRole('button', { name: 'Edit plan' }).click();
  await window.getByRole('textbox', { name: 'plan' }).fill('{{user.public_metadata.tier}}');
  await window.keyboard.press('Enter');
  expect(await accessibilityFaults(window)).toEqual([]);

  await window.getByRole('tab', { name: 'Machines' }).click();
  await window.getByRole('grid').getByText('mailer').click();
  await window.getByRole('combobox', { name: 'Another machine' }).click();
  await window.getByRole('option', { name: 'etl' }).click();
  await window.getByRole('button', { name: 'Let it call' }).click();
  await window.getByRole('button', { name: 'Actions' }).click();
  await window.getByRole('menuitem', { name: 'Rotate the secret key' }).click();
  expect(await accessibilityFaults(window)).toEqual([]);

  await service.comeBack();
  await synced(window);
  await review(window);
  await apply(window, 'Apply');
  const shown = window.getByRole('region', { name: 'Shown once' });
  await expect(shown.getByRole('listitem')).toHaveCount(2);
  await expect(shown).toContainText('Client secret of Loyalty');
  await expect(shown).toContainText('Secret key of mailer');
  const secrets = await shown.locator('code').allTextContents();
  expect(await accessibilityFaults(window)).toEqual([]);
  await window.getByRole('button', { name: 'Close report' }).click();

  const [client] = await service.list('/oauth_applications?name_query=Loyalty');
  expect(client).toMatchObject({ redirect_uris: ['https://loyalty.example/cb', 'loyalty://cb'] });
  const templates = await service.list('/jwt_templates?limit=50');
  expect(templates).toContainEqual(
    expect.objectContaining({ claims: expect.objectContaining({ plan: '{{user.public_metadata.tier}}' }) }),
  );
  const [mailer] = await service.list('/machines?query=mailer');
  expect(mailer).toMatchObject({ scoped_machines: [{ name: 'etl' }] });
  // Nowhere in the window any more: not in what was made, not in history.
  for (const screen of ['Developers', 'History', 'Changes']) {
    await goTo(window, screen);
    const text = (await window.locator('body').textContent()) ?? '';
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  }
  await quit();
});
