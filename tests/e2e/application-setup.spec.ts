import { expect, test } from '@playwright/test';
import { accessibilityFaults } from './support/accessibility-faults';
import { connect, goTo, synced } from './support/connect';
import { apply, review } from './support/edits';
import { launchApp } from './support/launch-app';
import { startService } from './support/service';

test('developer things and templates are set up offline; secrets are shown in the report, once', async () => {
  const service = await startService(0.05, 'lumen');
  const { window, quit } = await launchApp();
  await connect(window, service, 'Set-up of Lumen', 'B2C');
  await goTo(window, 'Developers');
  await window.getByRole('tab', { name: 'Machines' }).click();
  await window.getByRole('grid').getByText('mailer').click();
  const keys = window.getByRole('region', { name: 'API keys' });
  await expect(keys).toContainText('Not read yet');
  await keys.getByRole('button', { name: 'Read' }).click();
  await expect(keys).toContainText('Read just now');
  await window.getByRole('tab', { name: 'OAuth applications' }).click();
  await service.crash();

  const dialog = window.getByRole('dialog');
  await window.getByRole('button', { name: 'New…' }).click();
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Loyalty');
  await dialog.getByRole('textbox', { name: 'Redirect URIs' }).fill('nowhere');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toContainText('The redirect URI nowhere must begin with https://');
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
  await expect(keys).toContainText(/Read (just now|\d+ min ago)/);
  await keys.getByRole('button', { name: 'New API key…' }).click();
  await window.getByRole('textbox', { name: 'Name', exact: true }).fill('Nightly mails');
  await window.keyboard.press('Enter');
  await expect(keys.getByRole('button', { name: 'Nightly mails' })).toBeVisible();
  expect(await accessibilityFaults(window)).toEqual([]);

  await goTo(window, 'Templates');
  expect(await accessibilityFaults(window)).toEqual([]);
  await window.getByRole('grid').getByText('Verification code').first().click();
  const email = window.frameLocator('iframe[title="The email"]');
  await expect(email.getByText('424242')).toBeVisible();
  const words = window.getByRole('textbox', { name: 'Text (HTML)' });
  await words.fill('<h1 style="color:red">Hello</h1><script>document.title = "taken over"</script>');
  await expect(window.getByRole('alert').filter({ hasText: 'It must hold' })).toHaveText(
    'It must hold {{otp_code}}.',
  );
  await expect(window.getByRole('button', { name: 'Stage text' })).toBeDisabled();
  // A variable is completed where it is typed, and can be chosen from a list.
  await words.press('End');
  await words.pressSequentially(' {{otp');
  await expect(window.getByRole('option', { name: 'otp_code' })).toHaveAttribute('aria-selected', 'true');
  await words.press('Tab');
  await expect(words).toHaveValue(/ \{\{otp_code\}\}/);
  await window.getByRole('button', { name: 'Insert a variable' }).click();
  await window.getByRole('menuitem', { name: 'otp_code must be there' }).click();
  await expect(email.getByRole('heading', { name: 'Hello' })).toHaveCSS('color', 'rgb(255, 0, 0)');
  expect(await email.locator('html').evaluate(() => document.title)).toBe('');
  for (const look of ['Phone', 'Dark', 'Plain text'])
    await window.getByRole('radiogroup', { name: 'Shown as' }).getByText(look, { exact: true }).click();
  await expect(window.getByRole('region', { name: 'Preview' }).getByText('424242').first()).toBeVisible();
  expect(await accessibilityFaults(window)).toEqual([]);
  await window.getByRole('button', { name: 'Stage text' }).click();
  await expect(window.getByRole('button', { name: 'Undo staged text' })).toBeVisible();
  await window.getByRole('radiogroup', { name: 'Which words' }).getByText('Markup of the editor').click();
  const markup = window.getByRole('textbox', { name: 'Markup' });
  await markup.fill('<re-html><re-body>Hello {{otp_code}}</re-body></re-html>');
  await window.getByRole('button', { name: 'Stage markup' }).click();
  await expect(window.getByRole('button', { name: 'Undo staged markup' })).toBeVisible();
  expect(await accessibilityFaults(window)).toEqual([]);
  await window.getByRole('button', { name: 'All templates' }).click();
  await window.getByRole('grid').getByText('Verification code').last().click();
  await expect(window.getByRole('region', { name: 'Preview' }).getByRole('status')).toContainText(
    '1 segment (GSM-7)',
  );
  await window.getByRole('button', { name: 'Actions' }).click();
  await window.getByRole('menuitem', { name: 'Switch who delivers it' }).click();
  expect(await accessibilityFaults(window)).toEqual([]);

  // A satellite beside the primary domain, whose records are there to hand over.
  await goTo(window, 'Developers');
  await window.getByRole('tab', { name: 'Domains' }).click();
  await window.getByRole('button', { name: 'Add a domain…' }).click();
  await dialog.getByRole('textbox', { name: 'Domain' }).fill('Shop.lumen.example');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(window.getByRole('row', { name: 'shop.lumen.example' })).toContainText('On');
  const primary = window.getByRole('row', { name: 'lumen.example', exact: true });
  await expect(primary).toContainText('Off');
  await primary.click();
  await window.getByRole('button', { name: 'Hand over' }).click();
  await expect(window.getByRole('menuitem', { name: 'Save a zone file…' })).toBeVisible();
  await window.keyboard.press('Escape');

  await service.up();
  await synced(window);
  await review(window);
  await apply(window, 'Apply');
  const shown = window.getByRole('region', { name: 'Shown once' });
  await expect(shown.getByRole('listitem')).toHaveCount(3);
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
  expect(await service.list(`/api_keys?subject=${String(mailer?.id)}`)).toContainEqual(
    expect.objectContaining({ name: 'Nightly mails', revoked: false }),
  );
  expect(await service.list('/domains')).toContainEqual(
    expect.objectContaining({ name: 'shop.lumen.example', is_satellite: true }),
  );
  expect(await service.get('/templates/email/verification_code')).toMatchObject({
    body: expect.stringContaining('{{otp_code}}'),
    markup: '<re-html><re-body>Hello {{otp_code}}</re-body></re-html>',
    resource_type: 'user',
  });
  expect(await service.get('/templates/sms/verification_code')).toMatchObject({ delivered_by_clerk: false });
  // The old key of the machine works on, which is told with what ends it.
  await goTo(window, 'Developers');
  await window.getByRole('tab', { name: 'Machines' }).click();
  await window.getByRole('grid').getByText('mailer').click();
  const machine = window.getByRole('complementary', { name: /^Inspector/ });
  await expect(machine).toContainText(/Replaced keys\s*one works on until/);
  await machine.getByRole('button', { name: /^End them/ }).click();
  await expect(machine.getByRole('button', { name: /^End them/ })).toBeHidden();
  await expect(machine).toContainText('Replace the secret key at once');
  expect(await accessibilityFaults(window)).toEqual([]);

  // Nowhere in the window any more: not in what was made, not in history.
  for (const screen of ['Developers', 'History', 'Changes']) {
    await goTo(window, screen);
    await expect(window.getByRole('heading', { level: 1, name: screen })).toBeVisible();
    const text = (await window.locator('body').textContent()) ?? '';
    expect(secrets.filter((secret) => text.includes(secret))).toEqual([]);
  }
  await quit();
});
