import { useRoles } from '@renderer/screens/shared/use-roles';
import { applyReviewed } from '@renderer/state/review';
import type { Run } from '@renderer/state/run-of';
import { ConfirmDialog } from '@renderer/ui/confirm-dialog';
import { plural } from '@renderer/ui/plural';
import type { BlastRadius } from '@shared/contract/plan';
import { losersOf } from '../consequences/losers-of';
import { describeChange } from '../describe-change';

interface ApplyDialogProps {
  readonly access: BlastRadius['access'];
  readonly run: Run;
  /** Name of the production workspace; undefined for others. */
  readonly production: string | undefined;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** One deliberate gesture before steps that cannot be undone, named, or before anything reaches production. */
export function ApplyDialog({ access, run, production, opened, onClose }: ApplyDialogProps) {
  const { names } = useRoles();
  const lasting = run.irreversible.length;
  return (
    <ConfirmDialog
      opened={opened}
      title={`Apply ${plural(run.intentIds.length, 'change')}${production === undefined ? '' : ` to ${production}`}?`}
      verb={`Apply ${plural(run.intentIds.length, 'change')}`}
      destructive={lasting > 0}
      victims={run.irreversible.map((step) => {
        const losers = step.entity === 'organization' ? losersOf(access, step.organizationId) : 0;
        const head = `${describeChange(step, names).what}: ${step.label}`;
        return losers === 0 ? head : `${head}, ${plural(losers, 'person loses', 'people lose')} access`;
      })}
      onClose={onClose}
      onConfirm={() => {
        onClose();
        void applyReviewed();
      }}
    >
      {lasting > 0
        ? `${plural(lasting, 'step')} cannot be undone once sent:`
        : 'This is a production instance: people feel these changes at once.'}
    </ConfirmDialog>
  );
}
