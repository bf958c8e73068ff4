import type { DoctorCheck } from '@shared/contract/doctor';
import type { Result } from '@shared/contract/failure';
import type { IntegrityReport } from '@shared/contract/maintenance';
import { t } from '@shared/language/t';
import { check, failed, fine, type Tell, wrong } from './checks';
import { openingCheck } from './examine-folder';

/** A database of several gigabytes is read in this time, ms. */
const limitMs = 600_000;

function found(report: IntegrityReport): readonly DoctorCheck[] {
  const { plain, verdict, pages, damagedPages, structure, lostCommits, journal } = report;
  const file = plain
    ? wrong(
        'file',
        'not-encrypted',
        t(
          'no encrypted database lies in its place: a plain SQLite file, another program’s file, or one that was cut off or overwritten',
        ),
        t(
          'Put the right file back. Or restore the last backup, or save what can be read: the other file is kept (on the command line: restore FILE --dir FOLDER, or staged-edits FILE and salvage).',
        ),
      )
    : verdict === 'damaged'
      ? wrong(
          'file',
          'database-damaged',
          t(
            '{count, number} of {pages, number} pages fail their seal, {faults, number} faults of structure, {lostCommits, number} lost commits',
            { count: damagedPages.length, pages, faults: structure.length, lostCommits },
          ),
          t(
            'Nothing is done unasked. Restore the last backup beside it, or save what can be read (on the command line: restore FILE --dir FOLDER, or staged-edits FILE and salvage).',
          ),
        )
      : fine('file', t('{pages, number} pages read, each with its seal', { pages }));
  const behind = verdict === 'journal-behind' || journal.unreadableLines > 0;
  return [
    file,
    behind
      ? wrong(
          'journal',
          'database-damaged',
          t('{unreadableLines, number} lines cannot be read; the database has all staged edits', {
            unreadableLines: journal.unreadableLines,
          }),
          t('Open the workspace once: the journal is written anew.'),
        )
      : fine(
          'journal',
          t('{openIntents, number} staged edits kept twice', { openIntents: journal.openIntents }),
        ),
  ];
}

/** Whether database and journal are whole; changes neither. False where they are not: nothing is opened then. */
export async function examineFiles(
  inspect: () => Promise<Result<IntegrityReport>>,
  tell: Tell,
): Promise<boolean> {
  let opens = false;
  const make = async (): Promise<readonly DoctorCheck[]> => {
    const report = await inspect();
    if (!report.ok) return [failed(openingCheck[report.error.code] ?? 'file', report.error)];
    opens = report.value.verdict !== 'damaged';
    return found(report.value);
  };
  await check('file', limitMs, make, tell);
  return opens;
}
