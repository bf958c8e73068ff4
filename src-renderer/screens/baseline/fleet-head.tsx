import { setParams, useRoute } from '@renderer/state/use-route';
import { Stat } from '@renderer/ui/layout/stat';
import { StatRow } from '@renderer/ui/layout/stat-row';
import type { FleetSummary } from '@shared/contract/fleet';
import type { Verdict } from '@shared/domain/fleet/verdict';
import { t } from '@shared/language/t';
import classes from './fleet-head.module.css';
import { verdictLooks } from './verdict-mark';

/** A share in words: never 100 % where something is left. */
export function percent(score: number | null | undefined): string {
  if (score === null || score === undefined) return '–';
  return `${score < 1 ? Math.min(99, Math.floor(score * 100)) : 100} %`;
}

const told: readonly { readonly verdict: Verdict; readonly always?: true }[] = [
  { verdict: 'differs', always: true },
  { verdict: 'expired' },
  { verdict: 'accepted', always: true },
  { verdict: 'unlicensed' },
  { verdict: 'missing-variable' },
  { verdict: 'unknown', always: true },
];

/** The score of the fleet and what stands in its way; each number leads to its applications. */
export function FleetHead({ summary }: { readonly summary: FleetSummary | undefined }) {
  const chosen = useRoute(({ route }) => route.params.verdict);
  const share = summary?.score ?? 0;
  return (
    <StatRow label={t('The fleet and its baselines')}>
      <Stat
        label={t('Score')}
        value={percent(summary?.score)}
        note={
          <span className={classes.track} aria-hidden>
            <span className={classes.fill} style={{ width: `${share * 100}%` }} />
          </span>
        }
      />
      <Stat
        label={t('Applications with drift')}
        value={summary?.drifting}
        note={summary && t('of {applications, number}', { applications: summary.applications })}
        onClick={() => setParams({ verdict: chosen === 'drift' ? '' : 'drift' })}
      />
      {told
        .filter(({ verdict, always }) => always || (summary?.counts[verdict] ?? 0) > 0)
        .map(({ verdict }) => (
          <Stat
            key={verdict}
            label={verdictLooks[verdict].word}
            value={summary?.counts[verdict]}
            onClick={() => setParams({ verdict: chosen === verdict ? '' : verdict })}
          />
        ))}
    </StatRow>
  );
}
