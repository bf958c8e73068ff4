import type { NamedField } from '@renderer/fields/read-inputs';
import { CreateInputs } from '@renderer/screens/kit/create-inputs';
import { StageDialog } from '@renderer/screens/kit/stage-dialog';
import { useForm } from '@renderer/screens/kit/use-form';
import { useStaging } from '@renderer/screens/kit/use-staging';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import { actOf } from '@shared/domain/acts';
import type { EntityName } from '@shared/domain/entity';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { t } from '@shared/language/t';
import { useMemo } from 'react';
import classes from './act-menu.module.css';

interface ActFormProps {
  readonly entity: EntityName;
  readonly record: StoredRecord;
  readonly operation: string;
  readonly onClose: () => void;
}

/** Asks for what an act takes, and stages it. */
export function ActForm({ entity, record, operation, onClose }: ActFormProps) {
  const staging = useStaging();
  const act = actOf(entity, operation);
  // All of it must be given.
  const fields = useMemo(
    () =>
      Object.entries(act?.values ?? {}).map(
        ([field, described]): NamedField => [field, { ...described, create: 'must' }],
      ),
    [act],
  );
  const form = useForm(`${useWorkspaceId()}/${entity}/${record.id}/${operation}`, fields);
  if (act === undefined) return null;
  const name = labelOf(entity, record, '');
  const ready = fields.every(
    ([field]) => form.chosen[field] !== undefined || (form.texts[field] ?? '') !== '',
  );
  const submit = async (): Promise<void> => {
    const values = form.read(fields);
    if (values === null) return;
    const outcome = await staging.stage({
      drafts: [{ entity, recordId: record.id, action: { verb: 'perform', operation, values } }],
      names: [name],
      done: () => t('Staged. {label}: {name}', { label: act.label, name }),
    });
    if (!outcome || outcome.rejected.length > 0) return;
    form.discard();
    onClose();
  };
  return (
    <StageDialog
      opened
      title={`${act.label}: ${name}`}
      verb={t('Stage')}
      ready={ready}
      staging={staging}
      onSubmit={submit}
      onClose={onClose}
    >
      <CreateInputs {...form} fields={fields} first />
      <p className={classes.says}>{act.says}</p>
    </StageDialog>
  );
}
