import { HistoryFeed } from '@renderer/screens/history/history-feed';
import { historyRequest } from '@renderer/screens/history/history-filters';
import { HistoryToolbar } from '@renderer/screens/history/history-toolbar';
import { useHistory } from '@renderer/screens/history/use-history';
import { useQuery } from '@renderer/screens/shared/use-query';
import { useRoute } from '@renderer/state/use-route';
import { EmptyState } from '@renderer/ui/empty-state';
import type { Organization } from '@shared/domain/records/record-map';
import { History } from 'lucide-react';

/** What was seen to change of the organization, its members, its invitations, and the roles that are held in it. */
export function HistoryTab({ organization }: { readonly organization: Organization }) {
  const params = useRoute(({ route }) => route.params);
  const history = useHistory(
    useQuery({ ...historyRequest(params), about: { entity: 'organization' as const, id: organization.id } }),
  );
  return (
    <>
      <HistoryToolbar params={params} history={history} />
      <HistoryFeed
        label={`History of ${organization.name}`}
        history={history}
        empty={
          <EmptyState
            icon={History}
            title="No change seen"
            text={`Changes of ${organization.name}, its members, its invitations and the roles held in it are kept here from the first sync on, whoever made them.`}
          />
        }
      />
    </>
  );
}
