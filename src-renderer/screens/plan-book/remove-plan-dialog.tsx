import { useFittingAnswer } from '@renderer/bridge/use-answer';
import { useKeep } from '@renderer/screens/shared/use-keep';
import { useDataVersion } from '@renderer/state/use-data-version';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import { t } from '@shared/language/t';
import type { Plan } from './plan-dialog';

/**
 * Takes a plan out of the book, and with it the subscriptions of customers that were closed, each of them named; one that a customer has, or
 * that another inherits from, stays and says so.
 */
export function RemovePlanDialog({ plan, onClose }: { readonly plan: Plan; readonly onClose: () => void }) {
  const { busy, failures, keep } = useKeep();
  const asked = { book: 'customerPlan' as const, remove: [plan.id] };
  // Asked anew as a sync sees more customers closed.
  const tried = useFittingAnswer('tryWriteBook', asked, useDataVersion());
  const closed = tried.failure ? [] : (tried.value ?? []);
  const remove = async (): Promise<void> => {
    if (await keep(asked, t('Removed. {name}', { name: plan.value.name }))) onClose();
  };
  return (
    <ConfirmDialog
      opened
      title={t('Remove {name}', { name: plan.value.name })}
      verb={t('Remove plan')}
      destructive
      busy={busy}
      disabled={!tried.fits}
      failure={failures[0] ?? tried.failure ?? null}
      affected={closed.map(({ name }) => name)}
      onClose={onClose}
      onConfirm={() => void remove()}
    >
      <p>{t('It is taken out of the plan book. What it was stays in the book’s past.')}</p>
      {closed.length > 0 && (
        <p>
          {t(
            '{count, plural, one {A customer that was closed still has it: its subscription goes} other {# customers that were closed still have it: their subscriptions go}} with it, and what was agreed stays in the book’s past.',
            { count: closed.length },
          )}
        </p>
      )}
    </ConfirmDialog>
  );
}
