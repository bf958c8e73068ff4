import { Button } from '@mantine/core';
import { useBook } from '@renderer/bridge/use-book';
import { BookFiles } from '@renderer/screens/shared/book-files';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import { t } from '@shared/language/t';
import { BookOpen, FlaskConical, Plus } from 'lucide-react';
import { useState } from 'react';
import { type Plan, PlanDialog } from './plan-dialog';
import { PlanTable } from './plan-table';
import { RemovePlanDialog } from './remove-plan-dialog';
import { SimulatePlanDialog } from './simulate-plan-dialog';

type Open = { readonly kind: 'plan' | 'remove'; readonly plan: Plan | null } | { readonly kind: 'simulate' };

/** Every plan beside the others, and what can be done with them. */
export function PlansTab() {
  const plans = useBook('customerPlan');
  const subscriptions = useBook('customerSubscription');
  const [open, setOpen] = useState<Open | null>(null);
  const close = (): void => setOpen(null);
  if (plans === undefined || subscriptions === undefined) return null;
  const make = (
    <Button
      leftSection={<Plus size={13} aria-hidden />}
      onClick={() => setOpen({ kind: 'plan', plan: null })}
    >
      {t('New plan…')}
    </Button>
  );
  const files = (
    <BookFiles books={['customerPlan', 'customerSubscription']} what={t('plans and who has which')} />
  );
  return (
    <>
      {plans.length === 0 ? (
        <EmptyState
          icon={BookOpen}
          title={t('No plans yet')}
          text={t(
            'A plan says how many people, organizations, seats, domains and more a customer may have. Make a first one, give it to customers under Customers, and see who is near, full or over. Plans stay in this workspace, encrypted; the service is told only what it has a field for.',
          )}
          actions={
            <>
              {make}
              {files}
            </>
          }
        />
      ) : (
        <>
          <Toolbar
            label={t('Plans')}
            end={
              <>
                {files}
                <Button
                  variant="default"
                  leftSection={<FlaskConical size={13} aria-hidden />}
                  onClick={() => setOpen({ kind: 'simulate' })}
                >
                  {t('Simulate…')}
                </Button>
                {make}
              </>
            }
          >
            {null}
          </Toolbar>
          <PlanTable
            plans={plans}
            subscriptions={subscriptions}
            onEdit={(plan) => setOpen({ kind: 'plan', plan })}
            onRemove={(plan) => setOpen({ kind: 'remove', plan })}
          />
        </>
      )}
      {open?.kind === 'plan' && <PlanDialog plan={open.plan} plans={plans} onClose={close} />}
      {open?.kind === 'remove' && open.plan && <RemovePlanDialog plan={open.plan} onClose={close} />}
      {open?.kind === 'simulate' && <SimulatePlanDialog onClose={close} />}
    </>
  );
}
