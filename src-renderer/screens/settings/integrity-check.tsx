import { useOperation } from '@renderer/bridge/use-operation';
import { faultOf } from '@renderer/screens/shared/fault-of';
import { plural } from '@renderer/ui/format/plural';
import type { IntegrityReport } from '@shared/contract/maintenance';
import { CheckPart, type VerdictWords } from './check-part';

const reopen =
  'Close this workspace and open it again: it says what can be done, and does nothing before you choose.';

/** The verdict of a check in words. */
function describeIntegrity(report: IntegrityReport): VerdictWords {
  const { verdict, pages, damagedPages, collections, journal } = report;
  const records = collections.reduce((sum, { readable }) => sum + readable, 0);
  const read = `${plural(pages, 'page')} and ${plural(records, 'record')} read, none damaged`;
  const staged = plural(journal.openIntents, 'staged change');
  const kept =
    journal.openIntents === 0 ? 'Nothing is staged.' : `The journal holds ${staged}, as it should.`;
  switch (verdict) {
    case 'sound':
      return { sound: true, text: `Sound: ${read}. ${kept}`, next: '' };
    case 'journal-behind':
      return {
        sound: true,
        text: `The database is sound: ${read}. The journal of staged changes was not, and was written anew with ${staged}. Nothing is lost.`,
        next: 'If it happens again, look after the disk.',
      };
    case 'damaged':
      return {
        sound: false,
        text: `Damaged: ${faultOf(damagedPages, pages)}. The journal beside the database holds ${staged}.`,
        next: reopen,
      };
  }
}

/** Reads every page of the database and the journal beside it, and says how they are. */
export function IntegrityCheck({ disabled }: { readonly disabled: boolean }) {
  const { run, busy, failure } = useOperation('checkIntegrity');
  return (
    <CheckPart
      label="Check integrity"
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
