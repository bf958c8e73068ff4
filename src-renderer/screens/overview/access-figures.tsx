import { Skeleton } from '@mantine/core';
import { useFacets } from '@renderer/bridge/use-facets';
import { NoneOf } from '@renderer/screens/shared/none-of';
import { useScopedCounts } from '@renderer/state/scoped-counts';
import { go } from '@renderer/state/use-route';
import { useScoped } from '@renderer/state/use-scope';
import { BarList } from '@renderer/ui/layout/bar-list';
import { Panel } from '@renderer/ui/layout/panel';
import { t } from '@shared/language/t';
import { accessPlaces } from './overview-places';

/** How people sign in, and who cannot; a bar leads to them. */
export function AccessFigures({ version }: { readonly version: string }) {
  const nobody = useScopedCounts(['user'])('user') === 0;
  const people = { entity: 'user', ...useScoped() } as const;
  const factor = useFacets(people, 'twoFactorEnabled', version);
  const banned = useFacets(people, 'banned', version);
  const locked = useFacets(people, 'locked', version);
  const deprovisioned = useFacets(people, 'deprovisioned', version);
  const yes = (facets: typeof factor, wanted = true): number =>
    facets.find(({ value }) => value === wanted)?.count ?? 0;
  const total = factor.reduce((sum, { count }) => sum + count, 0);
  const share = (count: number): string => `${total === 0 ? 0 : Math.round((count / total) * 100)} %`;
  const bars = [
    { id: 'on', label: t('Second factor on'), value: yes(factor) },
    { id: 'off', label: t('Second factor off'), value: yes(factor, false) },
    { id: 'banned', label: t('Banned'), value: yes(banned) },
    { id: 'locked', label: t('Locked'), value: yes(locked) },
    { id: 'deprovisioned', label: t('Deprovisioned'), value: yes(deprovisioned) },
  ]
    // Only where a directory is in use.
    .filter(({ id, value }) => id !== 'deprovisioned' || value > 0)
    .map((bar) => ({ ...bar, note: share(bar.value) }));
  return (
    <Panel title={t('How people sign in')}>
      {total === 0 &&
        (nobody ? (
          <NoneOf entity="user">{t('Nobody yet.')}</NoneOf>
        ) : (
          <Skeleton height={8} width="70%" mt={10} />
        ))}
      {total > 0 && (
        <BarList
          label={t('How people sign in')}
          bars={bars}
          onOpen={(id) => go('people', { params: accessPlaces[id] ?? {} })}
        />
      )}
    </Panel>
  );
}
