import { useRecord } from '@renderer/bridge/use-record';
import { Dialog } from '@renderer/ui/layout/dialog';
import type { TemplateFleetRow } from '@shared/contract/templates';
import { t } from '@shared/language/t';
import { asApplied } from './as-applied';
import { TextsDifference } from './texts-difference';

interface CompareDialogProps {
  readonly rows: readonly [TemplateFleetRow, TemplateFleetRow];
  readonly onClose: () => void;
}

/** The same template of two applications, side by side, as the service has them. */
export function CompareDialog({ rows: [one, other], onClose }: CompareDialogProps) {
  const [left, right] = [useRecord('template', one.recordId), useRecord('template', other.recordId)];
  const missing = [left.record === null && one.name, right.record === null && other.name].filter(Boolean);
  return (
    <Dialog
      opened
      onClose={onClose}
      size={980}
      title={t('{one} and {other}', { one: one.name, other: other.name })}
    >
      {missing.length > 0 && <p>{t('Not read yet: {names}.', { names: missing.join(', ') })}</p>}
      {left.record && right.record && (
        <TextsDifference
          before={asApplied(left.record)}
          after={asApplied(right.record)}
          titles={[one.name, other.name]}
          same={t('Both have the same words.')}
        />
      )}
    </Dialog>
  );
}
