import { useKeep } from '@renderer/screens/shared/use-keep';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { t } from '@shared/language/t';
import type { Plan } from './plan-dialog';

/** Takes a plan out of the book; one that a customer has, or that another inherits from, stays and says so. */
export function RemovePlanDialog({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) {
  const { busy, failures, keep } = useKeep();
  const remove = async (): Promise<void> => {
    if (
      await keep({ book: 'customerPlan', remove: [plan.id] }, t('Removed. {name}', { name: plan.value.name }))
    )
      onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('Remove {name}', { name: plan.value.name })}
      verb={t('Remove plan')}
      destructive
      busy={busy}
      failure={failures[0] ?? null}
      onClose={onClose}
      onConfirm={() => void remove()}
    >
      <p>{t('It is taken out of the plan book. What it was stays in the book’s past.')}</p>
    </ConfirmDialog>
  );
}
