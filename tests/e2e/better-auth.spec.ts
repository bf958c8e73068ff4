import { expect, test } from '@playwright/test';
import { serveBetterAuth } from '../support/better-auth/serve-better-auth';
import { passphrase } from '../support/passphrase';
import { goTo, synced } from './support/connect';
import { launchApp } from './support/launch-app';

test('a Better Auth server is connected in the window, and what it does not take is grey and says why', async () => {
  const server = await serveBetterAuth(test.info().outputPath());
  const { window, quit } = await launchApp();
  await window.getByRole('button', { name: 'Connect a real instance' }).click();
  await window.getByRole('radiogroup', { name: 'Scenario' }).getByText('Platforms', { exact: true }).click();
  await window.getByRole('radiogroup', { name: 'Service' }).getByText('Better Auth').click();
  await expect(window.getByRole('radio', { name: 'Platforms' })).toHaveCount(0);
  await expect(window.getByRole('radio', { name: 'B2B' })).toBeChecked();
  await expect(window.getByRole('textbox', { name: 'Platform token' })).toHaveCount(0);
  await window.getByRole('textbox', { name: 'Name' }).fill('Own server');
  const address = window.getByRole('textbox', { name: 'API address' });
  await address.fill('auth.example.com');
  await window.getByRole('textbox', { name: 'Session token of an admin' }).fill(server.apiKey);
  const secret = window.getByRole('textbox', { name: 'Passphrase' });
  if (await secret.isVisible()) await secret.fill(passphrase);
  await window.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(window.getByText('"auth.example.com" is no address')).toBeVisible();
  await expect(address).toBeFocused();
  await address.fill(new URL(server.url).origin);
  await window.getByRole('button', { name: 'Connect', exact: true }).click();
  await synced(window);

  const rail = window.getByRole('navigation', { name: 'Screens' });
  for (const [screen, lack] of [
    ['Developers', 'Better Auth has no OAuth applications.'],
    ['Connections', 'Better Auth has no enterprise connections.'],
    ['Instance', 'Better Auth has no settings.'],
    ['Branding', 'Better Auth has no branding of organizations.'],
  ] as const) {
    await goTo(window, screen);
    await expect(window.getByRole('main')).toContainText(lack);
    await expect(rail.getByRole('link', { name: screen })).toHaveAttribute('title', new RegExp(lack));
  }
  // Its roles are there, and what they may do; a list to grant from is not.
  await goTo(window, 'Roles');
  await expect(window.getByRole('main')).toContainText('no list of permissions');
  await expect(window.getByRole('columnheader', { name: /owner/ })).toBeVisible();

  const why = /Better Auth does not take this change/;
  const inspector = window.getByRole('complementary', { name: /^Inspector/ });
  await goTo(window, 'People');
  await expect(window.getByRole('button', { name: 'New person' })).toHaveAttribute('title', why);
  await window.getByRole('row', { name: 'Person 5' }).click();
  await expect(inspector.getByRole('button', { name: 'Edit Last name' })).toHaveAttribute('title', why);
  await expect(inspector.getByRole('switch', { name: /^Locked/ })).toBeDisabled();
  await expect(inspector.getByRole('button', { name: 'Offboard…' })).toHaveAttribute('title', why);
  await expect(inspector.getByRole('button', { name: 'Actions' })).toHaveAttribute('title', why);
  await inspector.getByRole('switch', { name: /^Banned/ }).click();
  await expect(inspector).toContainText('Staged');
  await goTo(window, 'Organizations');
  await expect(window.getByRole('columnheader', { name: 'Owners' })).toBeVisible();
  await window.getByRole('row', { name: 'Acme 1' }).click();
  await expect(inspector).toContainText('Owners');
  await expect(inspector.getByRole('button', { name: 'Edit Name' })).toBeEnabled();
  await expect(inspector.getByRole('button', { name: 'Edit Seats' })).toHaveAttribute('title', why);
  await goTo(window, 'Settings');
  await expect(window.getByRole('textbox', { name: 'Next session token of an admin' })).toBeVisible();
  await quit();
  await server.close();
});
