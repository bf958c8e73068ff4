import { expect, type Page, test } from '@playwright/test';
import { connect, goTo } from './support/connect';
import { apply, review, stageSeats, tray } from './support/edits';
import { launchApp } from './support/launch-app';
import { pickSubject } from './support/pick-subject';
import { type Service, startService } from './support/service';

interface Membership {
  readonly role: string;
  readonly organization: { readonly id: string; readonly name: string };
  readonly public_user_data: { readonly user_id: string; readonly identifier: string };
}

async function memberships(service: Service): Promise<readonly Membership[]> {
  const rows: Membership[] = [];
  for (let offset = 0; ; offset += 500) {
    const page = await service.list(`/organization_memberships?limit=500&offset=${offset}`);
    rows.push(...(page as unknown as readonly Membership[]));
    if (page.length < 500) return rows;
  }
}

/** Somebody in the most organizations, with no admin's role in any of them. */
function pickLeaver(rows: readonly Membership[]): readonly Membership[] {
  const byUser = new Map<string, Membership[]>();
  for (const row of rows) {
    const { user_id: id } = row.public_user_data;
    byUser.set(id, [...(byUser.get(id) ?? []), row]);
  }
  const [most] = [...byUser.values()]
    .filter((own) => own.every(({ role }) => role !== 'org:admin'))
    .sort((a, b) => b.length - a.length);
  if (most === undefined || most.length < 2) throw new Error('nobody is in two organizations');
  return most;
}

async function stageRemovals(window: Page, leaver: readonly Membership[]): Promise<void> {
  await goTo(window, 'Memberships');
  const email = leaver[0]?.public_user_data.identifier ?? '';
  await window.getByRole('textbox', { name: 'Filter memberships' }).fill(email);
  const grid = window.getByRole('grid', { name: 'Memberships' });
  await expect(grid).toHaveAttribute('aria-rowcount', String(leaver.length + 1));
  for (const { organization } of leaver)
    await grid.getByRole('row', { name: organization.name }).getByRole('checkbox').click();
  await window.getByRole('button', { name: /^Remove/ }).click();
  await window
    .getByRole('dialog')
    .getByRole('button', { name: /^Stage removal/ })
    .click();
}

test('a review counts people, leads with what is grave, and leaves a third value at Enter', async () => {
  const service = await startService(0.05);
  const subject = await pickSubject(service);
  const rows = await memberships(service);
  const leaver = pickLeaver(rows);
  const peopleOf = (role: string): number =>
    new Set(rows.filter((row) => row.role === role).map(({ public_user_data }) => public_user_data.user_id))
      .size;
  const { window, quit } = await launchApp();
  await connect(window, service, 'Acme');

  await test.step('roles tell how many people hold them, each once', async () => {
    await goTo(window, 'Roles');
    const head = window.getByRole('columnheader', { name: /^Member/ });
    await expect(head).toContainText(`${peopleOf('org:member').toLocaleString('en')} people`);
    await window.getByRole('checkbox', { name: 'Viewer: Run data exports' }).click();
    await expect(tray(window)).toContainText('1 staged');
  });

  await test.step('somebody leaves every organization; seats collide', async () => {
    await stageRemovals(window, leaver);
    await stageSeats(window, subject);
    await expect(tray(window)).toContainText(`${leaver.length + 2} staged`);
    await service.patch(`/organizations/${subject.organization.id}`, {
      max_allowed_memberships: subject.seats + 1,
    });
    await review(window);
  });

  await test.step('Enter leaves the third value, and the next keys are commands', async () => {
    const conflict = window.getByRole('group', { name: /^Conflict: Seats/ });
    await conflict.getByRole('radio', { name: /^Another value/ }).press('Space');
    const field = conflict.getByRole('textbox');
    await field.fill(String(subject.seats + 2));
    await field.press('Enter');
    await expect(field).not.toBeFocused();
    await window.keyboard.press('n');
    await expect(field).toHaveValue(String(subject.seats + 2));
    await window.keyboard.press('1');
    await expect(conflict.getByRole('radio', { name: /^Mine/ })).toBeChecked();
    await window.keyboard.press('3');
    await expect(field).toHaveValue(String(subject.seats + 2));
  });

  await test.step('one leaver is one person, and every kind of step has its sentence', async () => {
    const does = window.getByRole('complementary', { name: 'What it does' });
    await expect(does).toContainText('1 person loses permissions');
    await expect(does).toContainText(/Added again it is a new membership/);
    await expect(does).not.toContainText('comes back empty');
  });

  await test.step('the last dialog counts removals and powerful permissions', async () => {
    await window.getByRole('button', { name: /^Apply/ }).click();
    const dialog = window.getByRole('dialog');
    await expect(dialog).toContainText(
      `${leaver.length} of ${leaver.length + 2} changes cannot be taken back`,
    );
    await expect(dialog).toContainText(`1 person is removed from ${leaver.length} organizations`);
    await expect(dialog).toContainText(/\d+ people gain org:data_exports:/);
    await window.keyboard.press('Escape');
    await expect(dialog).toBeHidden();
    await apply(window, 'Apply');
    await expect(tray(window)).toContainText('Nothing staged');
  });
  expect(await service.get(`/organizations/${subject.organization.id}`)).toMatchObject({
    max_allowed_memberships: subject.seats + 2,
  });
  await quit();
  await service.stop();
});
