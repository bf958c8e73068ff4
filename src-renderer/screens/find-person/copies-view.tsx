import { Button } from '@mantine/core';
import { useAnswer } from '@renderer/bridge/use-answer';
import { CopyPoolsDialog } from '@renderer/screens/shared/copy-pools-dialog';
import { useDataVersion } from '@renderer/state/use-data-version';
import { usePoolCopies } from '@renderer/state/use-pool-copies';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { FailureState } from '@renderer/ui/layout/failure-state';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { t } from '@shared/language/t';
import { HardDriveDownload } from 'lucide-react';
import { useState } from 'react';
import classes from './copies-view.module.css';
import { CopyLine } from './copy-line';
import { copyLines, sizeOfAll } from './copy-lines';
import { CopyRun } from './copy-run';

/** So many lines are shown; the rest is counted. */
const shown = 500;

/** Which pools are copied here and when each copy was complete; copies more of them in the background. */
export function CopiesView() {
  const { copies, run, failure, take } = usePoolCopies();
  const applications = useAnswer('customers', {}, useDataVersion());
  const [chosen, setChosen] = useState<readonly string[] | null>(null);
  if (copies === undefined && failure !== null)
    return <FailureState title={t('The copies here could not be looked at')} failure={failure} />;
  if (copies === undefined || applications === undefined) return null;
  const copied = new Set(copies.map(({ applicationId }) => applicationId));
  const known = applications.map(({ id }) => String(id));
  const without = known.filter((id) => !copied.has(id));
  const lines = copyLines(copies, run, new Map(applications.map(({ id, name }) => [String(id), name])));
  const busy = run !== null && run.ended === null;
  return (
    <>
      <Toolbar
        label={t('Copies of pools')}
        end={`${t('{count, plural, one {# copy} other {# copies}}', { count: copies.length })} · ${sizeOfAll(copies)}`}
      >
        <Button disabled={busy || without.length === 0} onClick={() => setChosen(without)}>
          {t('Copy {count, plural, one {# pool} other {# pools}} without a copy…', { count: without.length })}
        </Button>
        {copies.length > 0 && (
          <Button
            variant="default"
            disabled={busy}
            onClick={() => setChosen(known.filter((id) => copied.has(id)))}
          >
            {t('Copy all anew…')}
          </Button>
        )}
      </Toolbar>
      {failure && <InlineFailure failure={failure} />}
      {run && <CopyRun run={run} onRun={take} />}
      <ScrollBody label={t('Copied pools')}>
        {lines.length === 0 ? (
          <EmptyState
            icon={HardDriveDownload}
            title={t('No pool is copied here yet')}
            text={t(
              'A copied pool is searched and counted here without the service. Each is a workspace of its own.',
            )}
          />
        ) : (
          <div className={classes.body}>
            <ul className={classes.lines}>
              {lines.slice(0, shown).map((line) => (
                <CopyLine
                  key={line.key}
                  line={line}
                  onCopy={busy ? null : () => setChosen([line.applicationId])}
                />
              ))}
            </ul>
            {lines.length > shown && (
              <p className={classes.more}>{t('and {count, number} more', { count: lines.length - shown })}</p>
            )}
          </div>
        )}
      </ScrollBody>
      {chosen && <CopyPoolsDialog applicationIds={chosen} onClose={() => setChosen(null)} />}
    </>
  );
}
