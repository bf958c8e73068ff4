import { useFeed } from '@renderer/bridge/use-feed';
import { go } from '@renderer/state/use-route';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { BarList } from '@renderer/ui/layout/bar-list';
import { Panel } from '@renderer/ui/layout/panel';
import { configField } from '@shared/domain/config-field';
import { isDrift, Verdict } from '@shared/domain/fleet/verdict';
import { t } from '@shared/language/t';
import classes from './panel-list.module.css';

/** Settings that are told. */
const shown = 7;

/** Which settings drift from their baselines, and in how many applications. */
export function DriftPanel() {
  const summary = useFeed('fleetSummary', {}).value;
  if (summary === undefined) return null;
  const bars = summary.settings
    .map(({ path, counts }) => ({
      id: path,
      label: configField(path)?.label ?? path,
      value: Verdict.options.reduce((sum, each) => sum + (isDrift(each) ? counts[each] : 0), 0),
    }))
    .filter(({ value }) => value > 0)
    .sort((a, b) => b.value - a.value);
  const measured = summary.settings.length > 0;
  return (
    <Panel
      title={t('Drift by setting')}
      note={
        summary.score === null
          ? undefined
          : t('{percent, number} % as it should be', { percent: Math.floor(summary.score * 100) })
      }
      action={<LinkButton onClick={() => go('baseline')}>{t('Baseline')}</LinkButton>}
    >
      {!measured && (
        <p className={classes.none}>
          {t('No baseline says yet what settings should be. With one, whatever is other shows here.')}
        </p>
      )}
      {measured && bars.length === 0 && (
        <p className={classes.none}>{t('Every setting is as its baseline says.')}</p>
      )}
      <BarList
        label={t('Drift by setting')}
        bars={bars.slice(0, shown)}
        onOpen={(path) => go('baseline', { params: { verdict: 'drift', path } })}
      />
    </Panel>
  );
}
