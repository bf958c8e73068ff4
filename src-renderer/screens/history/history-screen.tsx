import { Button } from '@mantine/core';
import { ScopeChip } from '@renderer/screens/memberships/scope-chip';
import { useQuery } from '@renderer/screens/shared/use-query';
import { go, useRoute } from '@renderer/state/use-route';
import { EmptyState } from '@renderer/ui/empty-state';
import { ScreenLayout } from '@renderer/ui/screen-layout';
import { History as HistoryIcon, SearchX } from 'lucide-react';
import { HistoryFeed } from './history-feed';
import { historyRequest } from './history-filters';
import { HistoryToolbar } from './history-toolbar';
import { useHistory } from './use-history';

/** Everything that was seen to change, here and on the service; nothing in it is ever rewritten. */
export function HistoryScreen() {
  const params = useRoute(({ route }) => route.params);
  const history = useHistory(useQuery(historyRequest(params)));
  const filtered = Object.keys(params).length > 0;
  return (
    <ScreenLayout>
      <ScopeChip organizationId={params.org ?? null} />
      <HistoryToolbar params={params} history={history} />
      <HistoryFeed
        label="History"
        history={history}
        empty={
          filtered ? (
            <EmptyState
              icon={SearchX}
              title="No change matches"
              text="Nothing that was seen fits all filters and the text together."
              actions={<Button onClick={() => go('history', { params: {} })}>Clear filters</Button>}
            />
          ) : (
            <EmptyState
              icon={HistoryIcon}
              title="Nothing has changed yet"
              text="From the first sync on, every change made on the service and every change applied from here is kept, field by field. The next sync, or your next reconcile, writes the first entry."
            />
          )
        }
      />
    </ScreenLayout>
  );
}
