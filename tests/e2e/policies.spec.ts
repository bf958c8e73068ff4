import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { projectRoot } from '../../scripts/project-root';
import { passphrase } from '../support/passphrase';
import { accessibilityFaults } from './support/accessibility-faults';
import { connect, goTo, synced } from './support/connect';
import { apply, review, tray } from './support/edits';
import { launchApp } from './support/launch-app';
import { type Service, startService } from './support/service';

type Config = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** The config of Lumen's production instance at the Platform API. */
async function heldConfig({ url, platformToken }: Service): Promise<Config> {
  const headers = { authorization: `Bearer ${platformToken}` };
  const get = async (path: string) => (await fetch(`${url}/v1/platform${path}`, { headers })).json();
  const [application] = (await get('/applications')) as [{ application_id: string }];
  return (await get(`/applications/${application.application_id}/instances/production/config`)) as Config;
}

test('a policy, a connection and the branding of Lumen are changed offline, with whom it reaches in sight, and arrive', async () => {
  const service = await startService(0.05, 'lumen');
  const { window, quit } = await launchApp();
  await connect(window, service, 'Policies of Lumen', 'B2C', service.platformToken);
  const people = (await service.list('/users?limit=500')) as readonly {
    two_factor_enabled: boolean;
    external_accounts: readonly { provider: string }[];
  }[];
  const atGoogle = people.filter((person) =>
    person.external_accounts.some(({ provider }) => provider === 'oauth_google'),
  ).length;
  const without = people.filter((person) => !person.two_factor_enabled).length;
  await service.crash();

  await goTo(window, 'Policies');
  const factor = window.getByRole('region', { name: 'Second factor', exact: true }).first();
  await expect(factor).toContainText(`${without} of ${people.length} people have no second factor`);
  await factor.getByRole('switch', { name: 'Second factor required' }).press('Space');
  await expect(factor).toContainText('asked to set one up at the next sign-in.');

  const google = window.getByRole('region', { name: 'Google' });
  await expect(google).toContainText(
    `${atGoogle} of ${people.length} people have a Google account connected. Switched off: they need another way`,
  );
  const github = window.getByRole('region', { name: 'GitHub' });
  await github.getByRole('switch', { name: 'GitHub: enabled' }).press('Space');
  await github.getByRole('button', { name: 'GitHub' }).click();
  const secret = github.getByRole('textbox', { name: 'GitHub: client secret' });
  await secret.fill('quiet-as-a-mouse');
  await github.getByRole('button', { name: 'Stage secret' }).click();
  await expect(secret).toHaveValue('');
  await expect(github).toContainText('new secret staged');
  await github.getByRole('combobox', { name: 'GitHub: scopes' }).fill('read:user');
  await window.keyboard.press('Enter');
  await expect(tray(window)).toContainText('4 staged');
  expect(await accessibilityFaults(window)).toEqual([]);

  await window.getByRole('textbox', { name: 'Filter policies' }).fill('who may');
  const mode = window
    .getByRole('combobox', { name: 'Who may sign up' })
    .or(window.getByRole('textbox', { name: 'Who may sign up' }));
  await expect(mode).toHaveValue('Anybody');
  await window.getByRole('textbox', { name: 'Filter policies' }).fill('rollout');
  await window.getByRole('button', { name: 'Edit Experimental: rollout percent' }).click();
  await window.getByRole('textbox', { name: 'Experimental: rollout percent' }).fill('40');
  await window.keyboard.press('Enter');

  await goTo(window, 'Branding');
  await expect(window.getByRole('region', { name: 'Every page' })).toBeVisible();
  // The pages are pictures of what a brand chose: how links are read in them is what the table beside them tells.
  const faults = await accessibilityFaults(window);
  expect(faults.filter((fault) => !/color-contrast: <span class="_link_/.test(fault))).toEqual([]);
  // Nobody is ever shown them by the service: they are set unseen.
  const icon = join(projectRoot, 'resources', 'icons', '64x64.png');
  const logo = window.getByRole('group', { name: 'Logo' });
  await expect(logo).toContainText('The service never shows it.');
  await logo.getByLabel('Logo file').setInputFiles(icon);
  await expect(logo).toContainText(/PNG, \d+ kB/);
  const favicon = window.getByRole('group', { name: 'Favicon' });
  await favicon.getByRole('button', { name: 'Remove favicon' }).click();
  await expect(favicon).toContainText('Removed once it is reconciled.');
  await favicon.getByLabel('Favicon file').setInputFiles(icon);
  await expect(favicon).toContainText(/PNG, \d+ kB/);
  await expect(tray(window)).toContainText('7 staged');
  // A colour that nobody can read on white, as the table says.
  await window.getByRole('button', { name: 'Edit Branding: primary colour' }).click();
  await window.getByRole('textbox', { name: 'Branding: primary colour' }).fill('#ffe066');
  await window.keyboard.press('Enter');
  const pending = window.getByRole('region', { name: 'Not applied yet' });
  await expect(pending).toContainText('#ffe066');
  await expect(pending).toContainText(/Logo\s*PNG, \d+ kB/);
  await expect(window.getByRole('region', { name: 'Contrast' })).toContainText('unreadable');
  await expect(window.getByRole('region', { name: 'Every page' }).getByRole('img')).toHaveCount(20);

  await service.up();
  await review(window);
  await expect(window.getByRole('main')).not.toContainText('quiet-as-a-mouse');
  await expect(window.getByRole('main')).toContainText(/Set the logo.*PNG, \d+ kB/);
  await apply(window, 'Apply');
  const images = (await service.writes()).filter((call) => /\/(logo|favicon)$/.test(call));
  expect(images.map((call) => call.replace(/app_\w+/, 'app'))).toEqual([
    'POST /platform/applications/app/logo',
    'POST /platform/applications/app/favicon',
  ]);
  expect(await heldConfig(service)).toMatchObject({
    auth_multi_factor: { required_for_sign_up: true },
    connection_oauth_github: { enabled: true, client_secret: '••••••••', scopes: ['read:user'] },
    experimental: { rollout_percent: 40 },
    branding: { primary_color: '#ffe066' },
  });

  await test.step('without the token the room says what it lacks, and with it everything is there again', async () => {
    await goTo(window, 'Settings');
    const panel = window.getByRole('region', { name: 'Platform token' });
    await panel.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await panel.getByRole('button', { name: 'Remove Platform token' }).click();
    await expect(panel).toContainText('none');
    await goTo(window, 'Policies');
    await expect(window.getByRole('main')).toContainText('this workspace has none');
    await expect(window.getByRole('switch', { name: 'Second factor required' })).toBeDisabled();
    await window.getByRole('main').getByRole('button', { name: 'Open Settings' }).click();
    await panel.getByRole('textbox', { name: 'Platform token' }).fill('plapi_of_somebody_else');
    await panel.getByRole('textbox', { name: 'Passphrase' }).fill(passphrase);
    await panel.getByRole('button', { name: 'Add Platform token' }).click();
    await expect(panel).toContainText('The service refuses the Platform token.');
    await panel.getByRole('textbox', { name: 'Platform token' }).fill(service.platformToken);
    await panel.getByRole('button', { name: 'Add Platform token' }).click();
    await expect(panel).toContainText('in use');
    await synced(window);
    await goTo(window, 'Policies');
    await expect(window.getByRole('switch', { name: 'Second factor required' })).toBeEnabled();
  });

  await test.step('production is compared with development, and one setting is brought over', async () => {
    await window.getByRole('button', { name: 'Compare its instances…' }).click();
    const dialog = window.getByRole('dialog', { name: /^The instances of/ });
    const row = dialog.getByRole('row', { name: /^Experimental: rollout percent/ });
    await expect(row).toContainText('40');
    expect(await accessibilityFaults(window)).toEqual([]);
    await row.getByRole('button', { name: /^Bring Experimental: rollout percent over/ }).click();
    await expect(row).toContainText('Staged');
    await expect(row.getByRole('button')).toHaveCount(0);
    await expect(tray(window)).toContainText('1 staged');
  });
  await quit();
  await service.stop();
});
