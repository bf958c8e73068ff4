import type { Page } from '@playwright/test';
import { connect, goTo, synced } from '../../tests/e2e/support/connect';
import { apply, command, review, stageRole, stageSeats } from '../../tests/e2e/support/edits';
import { pickSubject } from '../../tests/e2e/support/pick-subject';
import { startService } from '../../tests/e2e/support/service';
import type { Album } from './album';
import { walkAccess } from './walk-access';

/** The way of an edit: staged offline, reviewed, in conflict with another admin's, decided and applied. */
export async function walkChanges(window: Page, album: Album): Promise<void> {
  const service = await startService(0.1);
  try {
    const subject = await pickSubject(service);
    const { organization, member } = subject;
    await album.attempt('Connect', async () => {
      await window.getByRole('button', { name: 'Connect a real instance' }).click();
      await album.take('Connect a real instance');
      await window.getByRole('button', { name: 'Back' }).click();
    });
    await connect(window, service, 'Acme');
    await service.crash();
    await command(window, 'Sync now');
    await window.getByRole('button', { name: /^Offline since/ }).waitFor();
    await goTo(window, 'Overview');
    await album.take('Offline');
    await stageRole(window, subject, 'Admin');
    await album.take('Memberships: a staged role');
    await stageSeats(window, subject);
    await album.take('Organizations: a staged seat limit');
    await album.attempt('Import', () => importPeople(window, album, member.email));
    await goTo(window, 'Changes');
    await album.take('Changes staged, offline');
    await service.up();
    await command(window, 'Sync now');
    await synced(window);
    await service.patch(`/organizations/${organization.id}/memberships/${member.userId}`, {
      role: 'org:viewer',
    });
    await review(window);
    await album.take('Review: a conflict');
    const conflict = window.getByRole('group', { name: /^Conflict/ });
    await conflict.getByRole('radio', { name: /^Mine/ }).check({ force: true });
    await album.take('Review: decided');
    await apply(window, 'Apply 2 changes');
    await album.take('Report');
    await walkAccess(window, album, member.email);
  } finally {
    await service.stop();
  }
}

/** A file of people, each line with what it would do; nothing of it is staged. */
async function importPeople(window: Page, album: Album, email: string): Promise<void> {
  await goTo(window, 'People');
  await window.getByRole('button', { name: 'Import…' }).click();
  const dialog = window.getByRole('dialog', { name: 'Import people' });
  await album.take('Import: choose a file');
  const text = [
    'email,First name,Shoe size,banned',
    `${email},Dana,38,`,
    'kim@acme.example,Kim,41,',
    'nobody@acme.example,,,yes',
  ];
  const file = { name: 'people.csv', mimeType: 'text/csv', buffer: Buffer.from(text.join('\n')) };
  await dialog.locator('input[type="file"]').setInputFiles(file);
  // Its cell, and what the line would set, both say the address.
  const lines = dialog.getByRole('grid', { name: 'Lines of the file' });
  await lines.getByText('kim@acme.example').first().waitFor();
  await album.take('Import: what each line does');
  await dialog.getByRole('button', { name: 'Cancel' }).click();
}
