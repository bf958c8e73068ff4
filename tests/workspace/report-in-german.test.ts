import type { DoctorCheck } from '@shared/contract/doctor';
import { loadLanguage } from '@shared/language/load-language';
import { expect, it } from 'vitest';

// Texts are made where their modules are: what is spoken is known before.
await loadLanguage('de');
const { examineDisk } = await import('@main/doctor/examine-folder');
const { failed, wrong } = await import('@main/doctor/checks');
const { makeReport } = await import('@main/doctor/make-report');
const { t } = await import('@shared/language/t');

const reported = (checks: readonly DoctorCheck[]): readonly object[] =>
  JSON.parse(makeReport({ checks, workspace: null, status: null, madeAt: 0 })['checks.json'] ?? '');

it('a report of a doctor who speaks German tells the same figures and codes, and nothing more', async () => {
  const disk: DoctorCheck[] = [];
  await examineDisk('.', (check) => disk.push(check));
  const page = t(
    'A sign-in page, or another page of this network, answers instead of the service (status {status}).',
    { status: '403' },
  );
  const pages = t(
    '{count, number} of {pages, number} pages fail their seal, {faults, number} faults of structure, {lostCommits, number} lost commits',
    { count: 1_200, pages: 9_000, faults: 0, lostCommits: 0 },
  );
  expect(page).toContain('(Status 403)');
  expect(
    reported([
      ...disk.map((check): DoctorCheck => ({ ...check, state: 'wrong' })),
      failed('network', { code: 'not-the-service', message: page, next: '' }),
      wrong('file', 'database-damaged', pages, ''),
      wrong('file', 'database-damaged', 'Die Datenbank von Anna Muster ist weg', ''),
    ]),
  ).toEqual([
    { name: 'disk', state: 'wrong', code: null, detail: expect.stringMatching(/^\d.* GB frei$/) },
    { name: 'network', state: 'wrong', code: 'not-the-service', seen: 'status 403' },
    {
      name: 'file',
      state: 'wrong',
      code: 'database-damaged',
      detail: expect.stringMatching(/^1\.200 von 9\.000 /),
    },
    { name: 'file', state: 'wrong', code: 'database-damaged' },
  ]);
});

it('more than a thousand of something is told in English, too', () => {
  const detail = '1,200 of 9,000 pages fail their seal';
  expect(reported([wrong('file', 'database-damaged', detail, '')])).toMatchObject([{ detail }]);
});
