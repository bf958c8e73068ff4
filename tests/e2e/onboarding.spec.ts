import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { projectRoot } from '../../scripts/project-root';
import { connect, goTo } from './support/connect';
import { apply, review } from './support/edits';
import { launchApp } from './support/launch-app';
import { type Service, startService } from './support/service';

interface Application {
  readonly application_id: string;
  readonly name: string;
}

const inspector = (window: Page) => window.getByRole('complementary', { name: /^Inspector/ });
const applications = async (service: Service): Promise<readonly Application[]> =>
  (await service.list('/platform/applications')) as unknown as readonly Application[];
/** The key of an application's production instance, and what the service answers to one. */
async function keyOf(service: Service, { application_id: id }: Application): Promise<string> {
  const shown = await service.get(`/platform/applications/${id}?include_secret_keys=true`);
  const instances = shown.instances as readonly { environment_type: string; secret_key: string }[];
  return instances.find((one) => one.environment_type === 'production')?.secret_key ?? '';
}
const answerTo = async ({ url }: Service, key: string): Promise<number> =>
  (await fetch(`${url}/v1/users/count`, { headers: { authorization: `Bearer ${key}` } })).status;

test('a customer is onboarded from a template with domain, brand and plan, keys are rotated and another one is closed, offline; then reconciled, and read back', async () => {
  const service = await startService(0.1, 'campus');
  const [rotated, closed] = ['Bergen Institute of Technology', 'Calder Business School'];
  const known = await applications(service);
  const [rotating, closing] = [rotated, closed].map((wanted) => known.find(({ name }) => name === wanted));
  if (rotating === undefined || closing === undefined) throw new Error('campus has them');
  const oldKey = await keyOf(service, rotating);
  const { window, quit } = await launchApp();
  await connect(window, service, 'Campus', 'Platforms');
  await service.crash();

  await test.step('a new application, offline, with what it takes over', async () => {
    await goTo(window, 'Applications');
    await window.getByRole('button', { name: 'New application…' }).click();
    const dialog = window.getByRole('dialog', { name: 'New application' });
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Vale College');
    await dialog.getByRole('textbox', { name: 'Domain' }).fill('learn.vale.example');
    await dialog.getByRole('combobox', { name: 'Template' }).click();
    await window.getByRole('option', { name: 'Halden University' }).click();
    const taken = dialog.getByLabel('Taken over from Halden University');
    await expect(taken).toContainText('Passwords');
    await expect(taken).toContainText('People, organizations, keys');
    await dialog.getByRole('button', { name: 'Stage creation' }).click();
    await expect(dialog).toBeHidden();
    await expect(window.getByRole('row', { name: 'Vale College' })).toContainText('learn.vale.example');
  });

  await test.step('its own face and its plan, before the service has it', async () => {
    await window.getByRole('row', { name: 'Vale College' }).click();
    const logo = inspector(window).getByRole('group', { name: 'Logo' });
    await logo.getByLabel('Logo file').setInputFiles(join(projectRoot, 'resources', 'icons', '64x64.png'));
    await expect(logo).toContainText(/PNG, \d+ kB/);
    await inspector(window).getByRole('button', { name: 'Branding', exact: true }).click();
    await inspector(window).getByRole('button', { name: 'Edit Branding: primary colour' }).click();
    await inspector(window).getByRole('textbox', { name: 'Branding: primary colour' }).fill('#0a5c36');
    await window.keyboard.press('Enter');
    await expect(inspector(window)).toContainText('#0a5c36');
    await goTo(window, 'Plan book');
    await window.getByRole('tab', { name: 'Plans' }).click();
    await window.getByRole('button', { name: 'New plan…' }).click();
    const dialog = window.getByRole('dialog');
    await dialog.getByRole('textbox', { name: 'Name' }).fill('Pro');
    await dialog.getByRole('textbox', { name: 'Seats', exact: true }).fill('20');
    await dialog.getByRole('button', { name: 'Make plan' }).click();
    await expect(dialog).toBeHidden();
    await window.getByRole('tab', { name: 'Customers' }).click();
    await window.getByRole('row', { name: 'Vale College' }).getByRole('checkbox').click();
    await window.getByRole('button', { name: 'Give a plan…' }).click();
    await dialog.getByRole('combobox', { name: 'Plan' }).selectOption({ label: 'Pro' });
    await dialog.getByRole('button', { name: 'Keep' }).click();
    await expect(window.getByRole('row', { name: 'Vale College' })).toContainText('Pro');
  });

  await test.step('the keys of one customer are rotated with an overlap, and another one is closed', async () => {
    await goTo(window, 'Applications');
    await window.getByRole('row', { name: rotated }).click();
    await window.getByRole('button', { name: 'Actions' }).click();
    await window.getByRole('menuitem', { name: /^Rotate the secret keys/ }).click();
    const dialog = window.getByRole('dialog');
    await dialog.getByRole('textbox', { name: /^The old keys work on for/ }).fill('24');
    await dialog.getByRole('button', { name: 'Stage', exact: true }).click();
    await expect(dialog).toBeHidden();
    await window.getByRole('row', { name: closed }).click();
    await window.getByRole('button', { name: 'Delete…' }).click();
    await expect(dialog).toContainText('study.calder.example');
    await dialog.getByRole('button', { name: 'Stage deletion' }).click();
    await expect(dialog).toBeHidden();
  });

  await test.step('a further domain of another customer, and its records to hand over', async () => {
    await goTo(window, 'Domains');
    await window.getByRole('button', { name: 'Add a domain…' }).click();
    const dialog = window.getByRole('dialog', { name: 'Add a domain' });
    await dialog.getByRole('combobox', { name: 'Application' }).click();
    await window.getByRole('option', { name: 'Ashford University' }).click();
    await dialog.getByRole('textbox', { name: 'Domain' }).fill('summer.ashford.example');
    await dialog.getByRole('button', { name: 'Stage creation' }).click();
    await expect(dialog).toBeHidden();
    await window.getByRole('row', { name: 'learn.ashford.example' }).click();
    await expect(inspector(window)).toContainText('frontend-api.clerk.services');
    await inspector(window).getByRole('button', { name: 'Hand over' }).click();
    await expect(window.getByRole('menuitem', { name: 'Copy for Terraform' })).toBeVisible();
    await window.keyboard.press('Escape');
  });

  await test.step('a domain announced before its application, and an application offered to another account', async () => {
    await window.getByRole('tab', { name: 'Announced' }).click();
    await window.getByRole('button', { name: 'Announce a domain…' }).first().click();
    const dialog = window.getByRole('dialog', { name: 'New announced domain' });
    await dialog.getByRole('textbox', { name: 'Domain' }).fill('soon.example');
    await dialog.getByRole('button', { name: 'Stage creation' }).click();
    await expect(window.getByRole('row', { name: 'soon.example' })).toContainText('Pending');
    await goTo(window, 'Applications');
    await window.getByRole('row', { name: 'Halden University' }).click();
    await window.getByRole('button', { name: 'Transfer…' }).click();
    await window.getByRole('button', { name: 'Stage the offer' }).click();
    await expect(inspector(window)).toContainText('Staged');
  });

  await test.step('reconciled: everything is there, read back by plain HTTP', async () => {
    await service.up();
    await review(window);
    await apply(window, 'Apply');
    const shown = window.getByRole('region', { name: 'Shown once' });
    await expect(shown).toContainText(`Secret keys of ${rotated}`);
    const newKey = await keyOf(service, rotating);
    await expect(shown).toContainText(newKey);
    expect(newKey).not.toBe(oldKey);
    for (const key of [oldKey, newKey]) expect(await answerTo(service, key)).toBe(200);
    const now = await applications(service);
    expect(now.map(({ name }) => name)).not.toContain(closed);
    const made = now.find(({ name }) => name === 'Vale College');
    const path = `/platform/applications/${made?.application_id}`;
    expect(await service.list(`${path}/domains`)).toMatchObject([{ name: 'learn.vale.example' }]);
    const config = await service.get(`${path}/instances/production/config`);
    expect(config.branding).toMatchObject({ application_name: 'Vale College', primary_color: '#0a5c36' });
    expect(await service.writes()).toContain(`POST ${path}/logo`);
    expect(await service.get('/platform/domains/summer.ashford.example')).toMatchObject({
      is_provider_domain: true,
    });
    expect(await service.list('/platform/domain_intents')).toMatchObject([{ domain_name: 'soon.example' }]);
    const [offer] = await service.list('/platform/application_transfers');
    expect(offer).toMatchObject({ status: 'pending' });
    await goTo(window, 'Applications');
    await window.getByRole('tab', { name: 'Transfers' }).click();
    const offered = window.getByRole('row').filter({ hasText: 'Halden University' });
    await expect(offered).toContainText(String(offer?.code));
    await goTo(window, 'Applications');
    await window.getByRole('row', { name: 'Halden University' }).click();
    await window.getByRole('button', { name: 'Read it now' }).click();
    await expect(window.getByRole('region', { name: 'Usage' })).toContainText('Active people');
    await goTo(window, 'Plan book');
    await expect(window.getByRole('row', { name: 'Vale College' })).toContainText('Pro');
    const creations = (await service.writes()).filter((call) => call === 'POST /platform/applications');
    expect(creations).toHaveLength(1);
  });
  await quit();
  await service.stop();
});
