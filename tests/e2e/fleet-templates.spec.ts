import { expect, test } from '@playwright/test';
import { accessibilityFaults } from './support/accessibility-faults';
import { connect, goTo } from './support/connect';
import { apply, review } from './support/edits';
import { launchApp } from './support/launch-app';
import { type Service, startService } from './support/service';

const path = '/templates/email/verification_code';

/** The key of an application's own instance, and the template there, by plain HTTP. */
async function inPool(service: Service, id: string) {
  const shown = await service.get(`/platform/applications/${id}?include_secret_keys=true`);
  const instances = shown.instances as readonly { environment_type: string; secret_key: string }[];
  const key = instances.find((each) => each.environment_type === 'production')?.secret_key ?? '';
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' };
  const url = `${service.url}/v1${path}`;
  return {
    read: async () => (await (await fetch(url, { headers })).json()) as { subject: string; body: string },
    put: async (said: object) =>
      expect((await fetch(url, { method: 'PUT', headers, body: JSON.stringify(said) })).status).toBe(200),
  };
}

test('a template changed for five: their own changes stay, who collides is told, and what is sent is read back', async () => {
  const service = await startService(0.05, 'campus');
  const fleet = (await service.list('/platform/applications'))
    .map(({ application_id: id, name }) => ({ id: String(id), name: String(name) }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
  const five = fleet.slice(0, 5);
  const [own, colliding, third] = await Promise.all(five.map(({ id }) => inPool(service, id)));
  if (own === undefined || colliding === undefined || third === undefined) throw new Error('campus has many');
  const { body } = await own.read();
  const asked = 'Enter this code where you asked for it:';
  await own.put({ name: 'Verification code', body: body.replace(asked, 'Type it where you asked for it:') });
  await colliding.put({
    name: 'Verification code',
    body: body.replace('Verification code', 'Our own title'),
  });

  const { window, quit } = await launchApp();
  await connect(window, service, 'Campus', 'Platforms');
  await goTo(window, 'Templates');
  const table = window.getByRole('grid', { name: 'Applications and their wording' });
  const row = (name: string | undefined) => table.getByRole('row').filter({ hasText: name ?? '' });
  await test.step('who has other words is told, and shown beside what most have', async () => {
    await expect(table).toBeVisible({ timeout: 30_000 });
    await table.getByRole('checkbox', { name: 'Select all rows' }).click();
    await window.getByRole('button', { name: 'Read templates…' }).click();
    await window.getByRole('dialog').getByRole('button', { name: 'Read' }).click();
    await expect(window.getByRole('dialog')).toBeHidden({ timeout: 30_000 });
    await expect(row(five[0]?.name)).toContainText('Differs');
    await expect(row(five[2]?.name)).toContainText('As most');
    await row(five[0]?.name).getByText('Differs').click();
    const difference = window.getByRole('region', { name: 'Difference to what most have' });
    await expect(difference.locator('ins').first()).toContainText('Type');
    expect(await accessibilityFaults(window)).toEqual([]);
    await window.getByRole('button', { name: 'Close inspector' }).click();
  });

  await test.step('the change is typed once, and says what it comes to for each', async () => {
    await window.getByRole('region', { name: 'Selection' }).getByRole('button', { name: 'Clear' }).click();
    for (const { name } of five) await row(name).getByRole('checkbox').click();
    await window.getByRole('button', { name: 'Change for these…' }).click();
    const text = window.getByRole('textbox', { name: 'Text (HTML)' });
    await text.fill(body.replace('Verification code', 'Sign in to [[name]]'));
    const outcomes = window.getByRole('grid', { name: 'What the change comes to for each' });
    await expect(outcomes.getByRole('row').filter({ hasText: five[0]?.name ?? '' })).toContainText('Merged');
    const collides = outcomes.getByRole('row').filter({ hasText: five[1]?.name ?? '' });
    await expect(collides).toContainText('Collides');
    await collides.click();
    await expect(window.getByRole('region', { name: 'Collision in Text' })).toContainText('Our own title');
    expect(await accessibilityFaults(window)).toEqual([]);
    await window.getByRole('button', { name: 'Stage for 4 applications' }).click();
    await expect(row(five[2]?.name)).toContainText('Staged');
  });

  await test.step('what is reconciled is what each of them has', async () => {
    await review(window);
    await apply(window, 'Apply 4 changes');
    await expect(window.getByRole('region', { name: 'Report' })).toContainText('4 applied');
    const merged = await own.read();
    expect(merged.body).toContain(`Sign in to ${five[0]?.name}`);
    expect(merged.body).toContain('Type it where you asked for it:');
    expect((await third.read()).body).toContain(`Sign in to ${five[2]?.name}`);
    expect((await colliding.read()).body).toContain('Our own title');
  });

  await test.step('all of them back to the service’s wording at once: who has it is told', async () => {
    await goTo(window, 'Templates');
    await table.getByRole('checkbox', { name: 'Select all rows' }).click();
    await window.getByRole('button', { name: 'Revert to the service’s wording…' }).click();
    const dialog = window.getByRole('dialog');
    await expect(dialog.getByRole('listitem')).toHaveCount(5);
    await expect(dialog).toContainText('have the service’s wording already');
    expect(await accessibilityFaults(window)).toEqual([]);
    await dialog.getByRole('button', { name: 'Stage for 5 applications' }).click();
    await expect(row(five[1]?.name)).toContainText('Staged');
  });
  await quit();
  await service.stop();
});
