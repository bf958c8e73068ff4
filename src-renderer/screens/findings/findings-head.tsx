import { useScope } from '@renderer/state/use-scope';
import { Stat } from '@renderer/ui/layout/stat';
import { StatRow } from '@renderer/ui/layout/stat-row';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { rich } from '@renderer/ui/text/rich';
import type { Findings } from '@shared/contract/findings';
import { severities } from '@shared/domain/severity';
import { inSense, t } from '@shared/language/t';
import { severityLooks } from './finding-looks';
import classes from './findings-screen.module.css';
import { TrendChart } from './trend-chart';

/** How much stands open by severity, how much could not be tried, and how it went from day to day. */
export function FindingsHead({ findings: { outcomes, trend, triedAt } }: { readonly findings: Findings }) {
  // Day by day only the whole instance is kept.
  const scope = useScope();
  const untried = outcomes.filter(({ state }) => state === 'untried').length;
  const accepted = outcomes.reduce((sum, outcome) => sum + outcome.accepted, 0);
  return (
    <>
      <StatRow label={t('Open findings')}>
        {severities.map((severity) => {
          const own = outcomes.filter(({ check }) => check.severity === severity);
          const found = own.filter((outcome) => outcome.total > outcome.accepted);
          const open = found.reduce((sum, { total, accepted: kept }) => sum + total - kept, 0);
          return (
            <Stat
              key={severity}
              label={severityLooks[severity].word}
              value={open}
              note={
                open === 0
                  ? t('none open')
                  : t('of {count, plural, one {# check} other {# checks}}', { count: found.length })
              }
            />
          );
        })}
        <Stat
          label={inSense('deviation', 'Accepted')}
          value={accepted}
          note={accepted === 0 ? t('none') : t('answered for')}
        />
        <Stat
          label={t('Not tried')}
          value={untried}
          note={t('of {count, number} checks', { count: outcomes.length })}
        />
      </StatRow>
      {scope === null && (
        <div className={classes.trend}>
          <TrendChart
            trend={trend}
            note={
              triedAt === 0 ? undefined : (
                <span>{rich('looked at {when}', { when: <RelativeTime at={triedAt} ago /> })}</span>
              )
            }
          />
        </div>
      )}
    </>
  );
}
