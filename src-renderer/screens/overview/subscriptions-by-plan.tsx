import { useFacets } from '@renderer/bridge/use-facets';
import { go } from '@renderer/state/use-route';
import { useScoped } from '@renderer/state/use-scope';
import { BarList } from '@renderer/ui/layout/bar-list';
import { Panel } from '@renderer/ui/layout/panel';
import { t } from '@shared/language/t';
import { placeOfPlan } from './overview-places';

const entity = 'subscriptionItem';

/** How many subscriptions there are to each plan of the service; a bar leads to them. Nothing where there are none. */
export function SubscriptionsByPlan({ version }: { readonly version: string }) {
  const facets = useFacets({ entity, ...useScoped() }, 'planName', version);
  if (facets.length === 0) return null;
  const show = (plan: string): void => {
    const { screen, params } = placeOfPlan(plan);
    go(screen, { params });
  };
  return (
    <Panel title={t('Subscriptions by plan')}>
      <BarList
        label={t('Subscriptions by plan')}
        bars={facets
          .map(({ value, count }) => ({ id: String(value), label: String(value), value: count }))
          .sort((a, b) => b.value - a.value)}
        onOpen={show}
      />
    </Panel>
  );
}
