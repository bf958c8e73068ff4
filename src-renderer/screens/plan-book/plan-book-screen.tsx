import { ScreenTabs } from '@renderer/screens/kit/screen-tabs';
import { t } from '@shared/language/t';
import { CustomersTab } from './customers-tab';
import { PlansTab } from './plans-tab';

/** The platform's own plans over its customers: what each gives, who has which, and how far that is used. */
export function PlanBookScreen() {
  return (
    <ScreenTabs
      screen="plan-book"
      label={t('Parts of the plan book')}
      tabs={[
        { id: 'customers', title: t('Customers'), panel: <CustomersTab /> },
        { id: 'plans', title: t('Plans'), panel: <PlansTab /> },
      ]}
    />
  );
}
