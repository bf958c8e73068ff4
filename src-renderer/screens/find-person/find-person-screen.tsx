import { ScreenTabs } from '@renderer/screens/kit/screen-tabs';
import { t } from '@shared/language/t';
import { CopiesView } from './copies-view';
import { SearchPools } from './search-pools';

/** Finds a person in the pools that are copied, and copies pools. */
export function FindPersonScreen() {
  return (
    <ScreenTabs
      screen="find-person"
      label={t('Parts of finding a person')}
      tabs={[
        { id: 'find', title: t('Find'), panel: <SearchPools /> },
        { id: 'copies', title: t('Copies'), panel: <CopiesView /> },
      ]}
    />
  );
}
