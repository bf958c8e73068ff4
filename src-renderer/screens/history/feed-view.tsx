import { Button } from '@mantine/core';
import { useQuery } from '@renderer/screens/shared/use-query';
import { go } from '@renderer/state/use-route';
import { EmptyState } from '@renderer/ui/empty-state';
import { History, SearchX } from 'lucide-react';
import { ChainCheck } from './chain-check';
import { HistoryFeed } from './history-feed';
import { historyRequest } from './history-filters';
import { HistoryToolbar } from './history-toolbar';
import { useHistory } from './use-history';

/** Every change that was seen, newest first. */
export function FeedView({ params }: { readonly params: Readonly<Record<string, string>> }) {
  const history = useHistory(useQuery(historyRequest(params)));
  const filtered = Object.keys(params).length > 0;
  return (
    <>
      <HistoryToolbar params={params} history={history} end={<ChainCheck />} />
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
              icon={History}
              title="Nothing has changed yet"
              text="From the first sync on, every change made on the service and every change applied from here is kept, field by field. The next sync, or your next reconcile, writes the first entry."
            />
          )
        }
      />
    </>
  );
}
