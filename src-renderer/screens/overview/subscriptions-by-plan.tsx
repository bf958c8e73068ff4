import { useFacets } from '@renderer/bridge/use-facets';
import { go } from '@renderer/state/use-route';
import { useScoped } from '@renderer/state/use-scope';
import { BarList } from '@renderer/ui/layout/bar-list';
import { Panel } from '@renderer/ui/layout/panel';
import { filterText } from '@shared/domain/filter/filter-text';
import { t } from '@shared/language/t';

const entity = 'subscriptionItem';

/** How many subscriptions there are to each plan of the service; a bar leads to them. Nothing where there are none. */
export function SubscriptionsByPlan({ version }: { readonly version: string }) {
  const facets = useFacets({ entity, ...useScoped() }, 'planName', version);
  if (facets.length === 0) return null;
  const show = (plan: string): void => {
    const where = filterText(entity, [{ field: 'planName', op: 'eq', value: plan }]);
    go('plans', { params: { tab: 'subscriptions', where } });
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
