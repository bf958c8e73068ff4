import { SegmentedControl } from '@mantine/core';
import { ScopeChip } from '@renderer/screens/memberships/scope-chip';
import { setParams, useRoute } from '@renderer/state/use-route';
import { useWorkspace } from '@renderer/state/use-session';
import { HeaderSlot } from '@renderer/ui/header-slot';
import { ScreenLayout } from '@renderer/ui/screen-layout';
import { FeedView } from './feed-view';
import { PastView } from './past-view';

const views = [
  { value: 'feed', label: 'Changes' },
  { value: 'compare', label: 'Compare' },
  { value: 'as-of', label: 'As of' },
];

/** Everything that was seen to change, here and on the service; nothing in it is ever rewritten. */
export function HistoryScreen() {
  const params = useRoute(({ route }) => route.params);
  const withOrganizations = useWorkspace()?.scenario === 'b2b';
  const view = params.view === 'compare' || params.view === 'as-of' ? params.view : 'feed';
  return (
    <ScreenLayout>
      {withOrganizations && <ScopeChip organizationId={params.org ?? null} />}
      <HeaderSlot place="actions">
        <SegmentedControl
          size="xs"
          withItemsBorders={false}
          aria-label="View of history"
          data={views}
          value={view}
          onChange={(next) => setParams({ view: next === 'feed' ? '' : next, text: '', entity: '' })}
        />
      </HeaderSlot>
      {view === 'feed' ? <FeedView params={params} /> : <PastView params={params} view={view} />}
    </ScreenLayout>
  );
}
