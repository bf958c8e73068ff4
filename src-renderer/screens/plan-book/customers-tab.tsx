import { useBook } from '@renderer/bridge/use-book';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import type { BulkAction, ScreenAction } from '@renderer/screens/kit/record-toolbar';
import { t } from '@shared/language/t';
import { BookOpen, FileSpreadsheet, FlaskConical, Plus, Upload } from 'lucide-react';
import { CountDialog } from './count-dialog';
import { customerColumns } from './customer-columns';
import { CustomerInspector } from './customer-inspector';
import { GivePlanDialog } from './give-plan-dialog';
import { ImportPlansDialog } from './import-plans-dialog';
import { PlanDialog } from './plan-dialog';
import { PushDialog } from './push-dialog';
import { SimulatePlanDialog } from './simulate-plan-dialog';

const bulk: readonly BulkAction<'application'>[] = [
  { id: 'give-plan', dialog: (chosen) => <GivePlanDialog {...chosen} /> },
  { id: 'count-usage', dialog: ({ rows, onClose }) => <CountDialog rows={rows} onClose={onClose} /> },
];

/** As long as there is no plan, one is to be made. */
const first: readonly ScreenAction[] = [
  {
    label: t('New plan…'),
    icon: Plus,
    dialog: (opened, close) => opened && <PlanDialog plan={null} plans={[]} onClose={close} />,
  },
];

const further: readonly ScreenAction[] = [
  {
    label: t('Simulate…'),
    icon: FlaskConical,
    dialog: (opened, close) => opened && <SimulatePlanDialog onClose={close} />,
  },
  {
    label: t('Push limits…'),
    icon: Upload,
    dialog: (opened, close) => opened && <PushDialog onClose={close} />,
  },
  {
    label: t('Import…'),
    imports: true,
    icon: FileSpreadsheet,
    dialog: (opened, close) => opened && <ImportPlansDialog onClose={close} />,
  },
];

/** Every customer with its plan, and how much of each limit it uses. */
export function CustomersTab() {
  const plans = useBook('customerPlan');
  return (
    <RecordScreen
      entity="application"
      screen="plan-book"
      label={t('Customers')}
      many={t('customers')}
      columns={customerColumns}
      filters={[]}
      inspector={(id, onClose) => <CustomerInspector id={id} onClose={onClose} />}
      bulk={bulk}
      // Import means plans from the first moment on, also while it is not known yet that there are any.
      actions={plans?.length === 0 ? first : further}
      icon={BookOpen}
      teach={t('Every application of the platform is a customer here. Choose some, and give them a plan.')}
    />
  );
}
