import { expect, test } from '@playwright/test';
import { accessibilityFaults } from './support/accessibility-faults';
import { connect, goTo, synced } from './support/connect';
import { apply, review } from './support/edits';
import { launchApp } from './support/launch-app';
import { startService } from './support/service';

test('lists of who may sign up are pasted offline, previewed, reconciled, and the service holds them so', async () => {
  const service = await startService(0.05, 'lumen');
  const { window, quit } = await launchApp();
  await connect(window, service, 'Sign-up of Lumen', 'B2C');
  const [person] = await service.list('/users?limit=1');
  const [known] = (person?.email_addresses ?? []) as readonly { readonly email_address: string }[];
  const address = known?.email_address ?? '';
  const [standing] = await service.list('/blocklist_identifiers');
  const [admitted, kept] = (await service.list('/waitlist_entries?status=pending')).slice(0, 2);
  await service.crash();

  await goTo(window, 'Sign-up');
  await window.getByRole('button', { name: 'Paste a list…' }).click();
  const dialog = window.getByRole('dialog');
  const lines = dialog.getByRole('textbox', { name: 'One a line, or parted by commas' });
  await lines.fill('Mia@new.example\nnobody\nnoor@new.example, mia@new.example');
  await expect(dialog.getByRole('status')).toHaveText('2 new · 1 pasted twice · 1 not usable');
  await expect(dialog).toContainText('"nobody" is not an email address.');
  await dialog.getByText('More', { exact: true }).click();
  await expect(dialog.getByRole('switch', { name: 'Send an email' })).toBeChecked();
  await dialog.getByRole('switch', { name: 'Send an email' }).press('Space');
  await dialog.getByRole('textbox', { name: 'Public metadata' }).fill('{ "tier": "gold" }');
  const days = dialog.getByRole('textbox', { name: 'Days until it expires' });
  await days.fill('400');
  await dialog.getByRole('button', { name: 'Stage 2 invitations to the application' }).click();
  await expect(days).toBeFocused();
  await expect(dialog).toContainText('Days until it expires must be 1 to 365.');
  await days.fill('7');
  await expect(dialog).not.toContainText('must be 1 to 365');
  expect(await accessibilityFaults(window)).toEqual([]);
  await dialog.getByRole('button', { name: 'Stage 2 invitations to the application' }).click();
  await expect(dialog).toBeHidden();
  await expect(window.getByRole('grid').getByText('mia@new.example')).toBeVisible();

  // Whom a blocked domain would lock out is said before anything is staged.
  await window.getByRole('tab', { name: 'Blocklist' }).click();
  await window.getByRole('button', { name: 'Paste a list…' }).click();
  await lines.fill(`*@${address.split('@')[1]}\n${standing?.identifier}`);
  await expect(dialog.getByRole('status')).toHaveText('1 new · 1 already there');
  await expect(dialog.getByRole('alert')).toContainText('would be locked out');
  const line = dialog.getByRole('listitem').filter({ hasText: address.split('@')[1] ?? '' });
  await expect(line).toHaveText(/New: locks out \d+ (person|people)$/);
  expect(await accessibilityFaults(window)).toEqual([]);
  await lines.fill('*@pasted.example');
  await expect(dialog).toContainText('Nobody in your copy would be locked out.');
  await expect(dialog.getByRole('listitem')).toHaveText('*@pasted.exampleNew: locks out nobody');
  await dialog.getByRole('button', { name: 'Stage 1 blocklist entry' }).click();
  await expect(dialog).toBeHidden();
  await window.getByRole('grid').getByText(String(standing?.identifier), { exact: true }).click();
  await window.getByRole('button', { name: 'Delete…' }).click();
  await dialog.getByRole('button', { name: 'Stage deletion' }).click();
  await expect(dialog).toBeHidden();
  expect(await accessibilityFaults(window)).toEqual([]);

  await window.getByRole('tab', { name: 'Redirect URLs' }).click();
  await window.getByRole('button', { name: 'Add…' }).click();
  await dialog.getByRole('textbox', { name: 'URL' }).fill('http://lumen.example');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toContainText('must begin with https://');
  await dialog.getByRole('textbox', { name: 'URL' }).fill('lumen://after');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toBeHidden();

  // Who waits is let in or not, and one more is put on the list.
  await window.getByRole('tab', { name: 'Waitlist' }).click();
  const perform = async (email: string, act: string): Promise<void> => {
    await window.getByRole('grid').getByText(email).click();
    await window.getByRole('button', { name: 'Actions' }).click();
    await window.getByRole('menuitem', { name: new RegExp(`^${act}`) }).click();
  };
  await perform(`${admitted?.email_address}`, 'Invite');
  await perform(`${kept?.email_address}`, 'Reject');
  await window.getByRole('button', { name: 'Add…' }).click();
  await dialog.getByRole('textbox', { name: 'Email' }).fill('late@new.example');
  await dialog.getByRole('button', { name: 'Stage creation' }).click();
  await expect(dialog).toBeHidden();

  // No call reads the restrictions: what was never written from here is not known.
  await window.getByRole('tab', { name: 'Restrictions' }).click();
  const restrictions = window.getByRole('region', { name: 'Sign-up restrictions' });
  await expect(restrictions.getByText('not known')).toHaveCount(5);
  await restrictions.getByRole('switch', { name: 'The blocklist is shut out' }).press('Space');
  await expect(restrictions.getByRole('button', { name: 'Undo' })).toBeVisible();
  expect(await accessibilityFaults(window)).toEqual([]);
  await goTo(window, 'Instance');
  const instance = window.getByRole('region', { name: 'Organizations' });
  await expect(instance.getByRole('switch', { name: 'Organizations', exact: true })).not.toBeChecked();
  expect(await accessibilityFaults(window)).toEqual([]);
  await instance.getByRole('switch', { name: 'Organizations', exact: true }).press('Space');
  const own = window.getByRole('region', { name: 'Instance', exact: true });
  await own.getByRole('button', { name: 'Edit Support address' }).click();
  await own.getByRole('textbox', { name: 'Support address' }).fill('care@lumen.example');
  await window.keyboard.press('Enter');
  await own.getByRole('combobox', { name: 'Allowed origins' }).fill('chrome-extension://lumen');
  await window.keyboard.press('Enter');
  // What is staged moves what stands below it: the click waits until it has.
  await expect(own.getByRole('button', { name: 'Undo' })).toHaveCount(2);
  await own.getByRole('switch', { name: 'Refuse breached passwords' }).press('Space');
  await expect(own.getByRole('button', { name: 'Undo' })).toHaveCount(3);
  const protect = window.getByRole('region', { name: 'Protect' });
  await expect(protect.getByText('not known')).toHaveCount(2);
  await protect.getByRole('switch', { name: 'Bot detection of Protect' }).press('Space');
  await expect(protect.getByRole('button', { name: 'Undo' })).toBeVisible();

  await service.up();
  await synced(window);
  await review(window);
  await apply(window, 'Apply');
  await window.getByRole('button', { name: 'Close report' }).click();

  const invited = await service.list('/invitations?query=@new.example&limit=50');
  expect(invited.map((each) => each.email_address).sort()).toEqual(['mia@new.example', 'noor@new.example']);
  const held = invited.map((each) =>
    Math.round((Number(each.expires_at) - Number(each.created_at)) / 86_400_000),
  );
  expect(held).toEqual([7, 7]);
  expect(invited.map((each) => each.public_metadata)).toEqual([{ tier: 'gold' }, { tier: 'gold' }]);
  const waits = new Map(
    (await service.list('/waitlist_entries?limit=100')).map((each) => [each.email_address, each.status]),
  );
  expect([admitted, kept].map((each) => waits.get(each?.email_address))).toEqual(['invited', 'rejected']);
  expect(waits.get('late@new.example')).toBe('pending');
  expect(await service.get('/instance/organization_settings')).toMatchObject({ enabled: true });
  const blocked = (await service.list('/blocklist_identifiers')).map((each) => each.identifier);
  expect(blocked).toContain('*@pasted.example');
  expect(blocked).not.toContain(standing?.identifier);
  expect((await service.list('/redirect_urls')).map((each) => each.url)).toContain('lumen://after');
  await goTo(window, 'Sign-up');
  await window.getByRole('tab', { name: 'Restrictions' }).click();
  await expect(restrictions.getByText('unverified', { exact: true })).toHaveCount(5);
  await expect(restrictions.getByRole('switch', { name: 'The blocklist is shut out' })).toBeChecked();
  const written = await service.writes();
  for (const path of ['/instance/restrictions', '/instance/protect', '/instance'])
    expect(written).toContain(`PATCH ${path}`);
  expect(await service.get('/instance')).toMatchObject({ allowed_origins: ['chrome-extension://lumen'] });
  expect(await service.get('/instance/protect')).toMatchObject({ specter_enabled: true });
  await goTo(window, 'Instance');
  await expect(own).toContainText('care@lumen.example');
  await expect(protect.getByRole('switch', { name: 'Bot detection of Protect' })).toBeChecked();
  await expect(protect.getByText('unverified', { exact: true })).toHaveCount(2);
  await quit();
});
