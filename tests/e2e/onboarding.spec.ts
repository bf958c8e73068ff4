import { expect, test } from '@playwright/test';
import { connect, goTo } from './support/connect';
import { apply, review } from './support/edits';
import { launchApp } from './support/launch-app';
import { startService } from './support/service';

interface Application {
  readonly application_id: string;
  readonly name: string;
}

test('a customer is onboarded from a template with a domain, offline; then reconciled, and read back', async () => {
  const service = await startService(0.1, 'campus');
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
    const inspector = window.getByRole('complementary', { name: /^Inspector/ });
    await expect(inspector).toContainText('frontend-api.clerk.services');
    await inspector.getByRole('button', { name: 'Hand over' }).click();
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
    await expect(window.getByRole('complementary', { name: /^Inspector/ })).toContainText('Staged');
  });

  await test.step('reconciled: everything is there, read back by plain HTTP', async () => {
    await service.up();
    await review(window);
    await apply(window, 'Apply');
    const made = ((await service.list('/platform/applications')) as unknown as readonly Application[]).find(
      ({ name }) => name === 'Vale College',
    );
    const path = `/platform/applications/${made?.application_id}`;
    expect(await service.list(`${path}/domains`)).toMatchObject([{ name: 'learn.vale.example' }]);
    const config = await service.get(`${path}/instances/production/config`);
    expect(config.branding).toMatchObject({ application_name: 'Vale College' });
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
    const creations = (await service.writes()).filter((call) => call === 'POST /platform/applications');
    expect(creations).toHaveLength(1);
  });
  await quit();
  await service.stop();
});
