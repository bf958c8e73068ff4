import { useOperation } from '@renderer/bridge/use-operation';
import { faultOf } from '@renderer/screens/shared/fault-of';
import type { IntegrityReport } from '@shared/contract/maintenance';
import { t } from '@shared/language/t';
import { CheckPart, type VerdictWords } from './check-part';

const reopen = t(
  'Close this workspace and open it again: it says what can be done, and does nothing before you choose.',
);

/** The verdict of a check in words. */
function describeIntegrity(report: IntegrityReport): VerdictWords {
  const { verdict, pages, damagedPages, collections, journal } = report;
  const records = collections.reduce((sum, { readable }) => sum + readable, 0);
  const read = t(
    '{pages, plural, one {# page} other {# pages}} and {records, plural, one {# record} other {# records}} read, none damaged',
    { pages, records },
  );
  const staged = t('{count, plural, one {# staged change} other {# staged changes}}', {
    count: journal.openIntents,
  });
  const kept =
    journal.openIntents === 0
      ? t('Nothing is staged.')
      : t('The journal holds {staged}, as it should.', { staged });
  switch (verdict) {
    case 'sound':
      return { sound: true, text: t('Sound: {read}. {kept}', { read, kept }), next: '' };
    case 'journal-behind':
      return {
        sound: true,
        text: t(
          'The database is sound: {read}. The journal of staged changes was not, and was written anew with {staged}. Nothing is lost.',
          { read, staged },
        ),
        next: t('If it happens again, look after the disk.'),
      };
    case 'damaged':
      return {
        sound: false,
        text: t('Damaged: {damagedPages}. The journal beside the database holds {staged}.', {
          damagedPages: faultOf(damagedPages, pages),
          staged,
        }),
        next: reopen,
      };
  }
}

/** Reads every page of the database and the journal beside it, and says how they are. */
export function IntegrityCheck({ disabled }: { readonly disabled: boolean }) {
  const { run, busy, failure } = useOperation('checkIntegrity');
  return (
    <CheckPart
      label={t('Check integrity')}
      disabled={disabled}
      busy={busy}
      failure={failure}
      look={async () => {
        const report = await run({});
        return report.ok ? describeIntegrity(report.value) : null;
      }}
    />
  );
}
