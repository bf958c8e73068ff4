import { useAnswer } from '@renderer/bridge/use-answer';
import { useFeed } from '@renderer/bridge/use-feed';
import { useVerdicts } from '@renderer/state/access-verdicts';
import { useLeftOuts } from '@renderer/state/left-out-context';
import { useStatus } from '@renderer/state/status-context';
import { go } from '@renderer/state/use-route';
import { Panel } from '@renderer/ui/layout/panel';
import { describeFreshness } from '@renderer/ui/marks/describe-freshness';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { useNow } from '@renderer/ui/marks/use-now';
import { rich } from '@renderer/ui/text/rich';
import { t } from '@shared/language/t';
import type { ReactNode } from 'react';
import classes from './panel-list.module.css';

/** How old what is shown is: the copy, and what was looked for in it. */
export function FreshnessPanel() {
  const status = useStatus();
  const leftOuts = useLeftOuts();
  const findings = useFeed('findings', {}).value;
  const verdicts = useVerdicts();
  const since = useAnswer('historyRange', {}, String(status?.freshness.asOf))?.from ?? 0;
  const now = useNow(60_000);
  const untried = findings?.outcomes.filter(({ state }) => state === 'untried').length ?? 0;
  const lacking = leftOuts.size;
  return (
    <Panel title={t('How fresh')}>
      <ul className={classes.list} aria-label={t('How fresh')}>
        {status && (
          <Line what={t('The copy')} onClick={() => go('sync')}>
            {describeFreshness(status.freshness, now).short}
            {lacking > 0 &&
              `, ${t('{lacking, plural, one {# list} other {# lists}} not whole', { lacking })}`}
          </Line>
        )}
        <Line what={t('Findings')} onClick={() => go('findings')}>
          {looked(findings?.triedAt)}
          {untried > 0 &&
            `, ${t('{untried, plural, one {# check} other {# checks}} not tried', { untried })}`}
        </Line>
        {verdicts && verdicts.tried.length > 0 && (
          <Line what={t('Assertions')} onClick={() => go('access', { params: { tab: 'assertions' } })}>
            {looked(verdicts.triedAt)}
          </Line>
        )}
        <Line what={t('History')} onClick={() => go('history')}>
          {since === 0 ? (
            t('not begun')
          ) : (
            <span>{rich('begun {ago}', { ago: <RelativeTime at={since} ago /> })}</span>
          )}
        </Line>
      </ul>
    </Panel>
  );
}

const looked = (at: number | undefined): ReactNode =>
  at === undefined || at === 0 ? (
    t('not looked at yet')
  ) : (
    <span>{rich('looked at {ago}', { ago: <RelativeTime at={at} ago /> })}</span>
  );

interface LineProps {
  readonly what: string;
  readonly onClick: () => void;
  readonly children: ReactNode;
}

function Line({ what, onClick, children }: LineProps) {
  return (
    <li>
      <button type="button" className={classes.row} onClick={onClick}>
        <span className={classes.what}>{what}</span>
        <span className={classes.detail}>{children}</span>
      </button>
    </li>
  );
}
