import { Button } from '@mantine/core';
import { engine } from '@renderer/bridge/engine';
import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { TakeBackDialog } from '@renderer/screens/shared/take-back-dialog';
import { notifyFailure } from '@renderer/state/notify';
import { useReadOnly } from '@renderer/state/read-only';
import { saveFile } from '@renderer/state/text-file';
import { setParams } from '@renderer/state/use-route';
import { formatExact } from '@renderer/ui/format/format-time';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { StateMark } from '@renderer/ui/marks/state-mark';
import { success } from '@shared/contract/failure';
import type { KeptRun, RunDetail, RunTrouble } from '@shared/contract/runs';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './run-row.module.css';
import { useRunDetail } from './use-runs';

/** What a run came to, change by change where it did not go well, and what can be done about it. */
export function RunReport({ run }: { readonly run: KeptRun }) {
  const { detail, failure } = useRunDetail(run);
  const [takingBack, setTakingBack] = useState(false);
  const readOnly = useReadOnly();
  const { id, title, startedAt, endedAt, report } = run;
  const { trouble = [], troubleTotal = 0 } = detail ?? {};
  const applied = report?.applied ?? run.changes;
  return (
    <div className={classes.report}>
      <p className={classes.why}>
        {report !== null && report.waves.length > 0
          ? t('{run}, in {count, plural, one {# wave} other {# waves}}', {
              run: timesOf(run),
              count: report.waves.length,
            })
          : timesOf(run)}
      </p>
      {failure && <InlineFailure failure={failure} />}
      {report?.stoppedBy && <InlineFailure failure={report.stoppedBy} />}
      {trouble.length > 0 && (
        <ul className={classes.trouble} aria-label={t('What it did not bring home')}>
          {trouble.map((one) => (
            <li key={one.intentId}>
              <button type="button" className={classes.label} tabIndex={-1} onClick={() => goToRecord(one)}>
                {one.label}
              </button>
              <StateMark kind={markOf(one)} />
              {one.message !== '' && <span className={classes.why}>{one.message}</span>}
            </li>
          ))}
          {troubleTotal > trouble.length && (
            <li>
              {t('and {count, plural, one {# other} other {# others}}', {
                count: troubleTotal - trouble.length,
              })}
            </li>
          )}
        </ul>
      )}
      <p className={classes.actions}>
        <Button
          variant="default"
          size="compact-xs"
          tabIndex={-1}
          onClick={() =>
            setParams({
              ...{ view: '', entity: '', text: '', when: 'run', source: 'local' },
              ...{ first: String(startedAt), last: String(endedAt ?? Date.now()) },
            })
          }
        >
          {t('Show its changes')}
        </Button>
        {detail && (
          <Button variant="default" size="compact-xs" tabIndex={-1} onClick={() => void save(detail)}>
            {t('Save report…')}
          </Button>
        )}
        {endedAt !== null && readOnly === null && applied > 0 && (
          <Button variant="default" size="compact-xs" tabIndex={-1} onClick={() => setTakingBack(true)}>
            {t('Take it back…')}
          </Button>
        )}
      </p>
      {takingBack && (
        <TakeBackDialog
          title={title}
          applied={applied}
          inverse={() => engine.call('stageRunInverse', { id })}
          onClose={() => setTakingBack(false)}
        />
      )}
    </div>
  );
}

function timesOf({ id, startedAt, endedAt, report }: KeptRun): string {
  const begun = formatExact(startedAt);
  return endedAt !== null && report !== null
    ? t('Run {id}, begun {begun}, ended {ended}', { id, begun, ended: formatExact(endedAt) })
    : t('Run {id}, begun {begun}', { id, begun });
}

function markOf({ state }: RunTrouble): 'refused' | 'conflict' | 'unknown' | 'staged' {
  if (state === 'refused' || state === 'conflict' || state === 'unknown') return state;
  return 'staged';
}

async function save(detail: RunDetail): Promise<void> {
  const day = new Date(detail.run.startedAt).toISOString().slice(0, 10);
  const fileName = `run-${detail.run.id}-${day}.json`;
  const failed = await saveFile(success({ fileName, text: `${JSON.stringify(detail, null, 1)}\n` }));
  if (failed !== null) notifyFailure(failed);
}
