import { ScreenTabs } from '@renderer/screens/kit/screen-tabs';
import { CustomersTab } from './customers-tab';
import { PlansTab } from './plans-tab';

/** The platform's own plans over its customers: what each gives, who has which, and how far that is used. */
export function PlanBookScreen() {
  return (
    <ScreenTabs
      screen="plan-book"
      label="Parts of the plan book"
      tabs={[
        { id: 'customers', title: 'Customers', panel: <CustomersTab /> },
        { id: 'plans', title: 'Plans', panel: <PlansTab /> },
      ]}
    />
  );
}
