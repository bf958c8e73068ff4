import { useFittingAnswer } from '@renderer/bridge/use-answer';
import { useOperation } from '@renderer/bridge/use-operation';
import { groupRejections } from '@renderer/screens/shared/group-rejections';
import { notifyDone } from '@renderer/state/notify';
import { undoing } from '@renderer/state/undo';
import { ConfirmDialog } from '@renderer/ui/layout/confirm-dialog';
import type { Failure } from '@shared/contract/failure';
import type { TemplateKey } from '@shared/contract/templates';
import type { RecordId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { useState } from 'react';

interface RevertDialogProps {
  readonly template: TemplateKey;
  readonly applicationIds: readonly RecordId[];
  readonly onClose: () => void;
}

/** Gives one template of many back to the service: who gets its wording is named before, and who is left out, with why. */
export function RevertDialog({ template, applicationIds, onClose }: RevertDialogProps) {
  const asked = { ...template, applicationIds: [...applicationIds] };
  const foreseen = useFittingAnswer('revertTemplates', { ...asked, preview: true }, '');
  const { run, busy, failure } = useOperation('revertTemplates');
  const [refused, setRefused] = useState<readonly Failure[]>([]);
  const rows = foreseen.value?.rows ?? [];
  const going = rows.filter(({ outcome }) => outcome === 'clean');
  const left = rows.filter(({ why }) => why !== '');
  const same = rows.length - going.length - left.length;
  const stage = async (): Promise<void> => {
    const done = await run(asked);
    if (!done.ok) return;
    const { staged, rejected } = done.value;
    if (staged.length > 0)
      notifyDone(
        t('Staged. {slug} of {count, plural, one {# application} other {# applications}}', {
          slug: template.slug,
          count: staged.length,
        }),
        undoing(staged[0]?.gesture),
      );
    if (rejected.length === 0) return onClose();
    const names = done.value.rows.filter(({ outcome }) => outcome === 'clean').map(({ name }) => name);
    setRefused(groupRejections({ rejected }, names));
  };
  return (
    <ConfirmDialog
      opened
      title={t('Revert {slug} to the service’s wording', { slug: template.slug })}
      verb={
        going.length === 0
          ? t('Nothing to stage')
          : t('Stage for {count, plural, one {# application} other {# applications}}', {
              count: going.length,
            })
      }
      busy={busy}
      disabled={!foreseen.fits || going.length === 0}
      failure={failure ?? refused[0] ?? foreseen.failure ?? null}
      affected={[...going.map(({ name }) => name), ...left.map(({ name, why }) => `${name}: ${why}`)]}
      onClose={onClose}
      onConfirm={() => void stage()}
    >
      <p>{t('Subject and text become what the service made them; yours stay in history.')}</p>
      {same > 0 && (
        <p>
          {t(
            '{count, plural, one {# application has} other {# applications have}} the service’s wording already.',
            { count: same },
          )}
        </p>
      )}
      {left.length > 0 && (
        <p>
          {t('{count, plural, one {# application is} other {# applications are}} left out, with why below.', {
            count: left.length,
          })}
        </p>
      )}
    </ConfirmDialog>
  );
}
