import { capitalized } from '@renderer/ui/format/capitalized';
import { type Bar, BarList } from '@renderer/ui/layout/bar-list';
import { Panel } from '@renderer/ui/layout/panel';
import type { CollectionProgress } from '@shared/contract/status';
import { entityWords } from '@shared/domain/entity';
import { t } from '@shared/language/t';
import classes from './sweep-times.module.css';

/** Where the time of the last complete sweep went. */
export function SweepTimes({ collections }: { readonly collections: readonly CollectionProgress[] }) {
  const taken = collections.filter(({ tookMs }) => tookMs > 0);
  const all = taken.reduce((sum, { tookMs }) => sum + tookMs, 0);
  const bars = taken
    .map(
      ({ entity, tookMs }): Bar => ({
        id: entity,
        label: capitalized(entityWords[entity].many),
        value: Math.round(tookMs),
        note: `${Math.round((tookMs / all) * 100)} %`,
      }),
    )
    .toSorted((a, b) => b.value - a.value);
  return (
    <Panel title={t('Last sweep')} note={all > 0 && t('milliseconds by collection')}>
      {bars.length === 0 ? (
        <p className={classes.none}>{t('No sweep is complete yet.')}</p>
      ) : (
        <BarList label={t('Time of the last sweep by collection, milliseconds')} bars={bars} />
      )}
    </Panel>
  );
}
