import { ScreenTabs } from '@renderer/screens/kit/screen-tabs';
import { CopiesView } from './copies-view';
import { SearchPools } from './search-pools';

/** Finds a person in the pools that are copied, and copies pools. */
export function FindPersonScreen() {
  return (
    <ScreenTabs
      screen="find-person"
      label="Parts of finding a person"
      tabs={[
        { id: 'find', title: 'Find', panel: <SearchPools /> },
        { id: 'copies', title: 'Copies', panel: <CopiesView /> },
      ]}
    />
  );
}
