import { inputOf } from '@renderer/fields/field-input';
import { CreateInput } from '@renderer/screens/kit/create-input';
import { StageDialog } from '@renderer/screens/kit/stage-dialog';
import { useStaging } from '@renderer/screens/kit/use-staging';
import { actOf } from '@shared/domain/acts';
import type { EntityName } from '@shared/domain/entity';
import type { JsonValue } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { t } from '@shared/language/t';
import { useState } from 'react';
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
  const [texts, setTexts] = useState<Readonly<Record<string, string>>>({});
  const [chosen, setChosen] = useState<Readonly<Record<string, JsonValue | undefined>>>({});
  const act = actOf(entity, operation);
  if (act === undefined) return null;
  const name = labelOf(entity, record, '');
  const fields = Object.entries(act.values ?? {});
  const ready = fields.every(([field]) => chosen[field] !== undefined || (texts[field] ?? '') !== '');
  const submit = async (): Promise<void> => {
    const values: Record<string, JsonValue> = {};
    for (const [field, { kind }] of fields) {
      const typed = texts[field];
      const read = typed === undefined ? null : inputOf(kind).read(typed);
      if (read?.ok === false) return staging.fail(read.error);
      values[field] = read === null ? (chosen[field] ?? null) : read.value;
    }
    const outcome = await staging.stage({
      drafts: [{ entity, recordId: record.id, action: { verb: 'perform', operation, values } }],
      names: [name],
      done: () => t('Staged. {label}: {name}', { label: act.label, name }),
    });
    if (outcome && outcome.rejected.length === 0) onClose();
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
      {fields.map(([field, described], place) => (
        <CreateInput
          key={field}
          field={described}
          text={texts[field] ?? ''}
          value={chosen[field]}
          first={place === 0}
          onType={(text) => setTexts((last) => ({ ...last, [field]: text }))}
          onChoose={(value) => setChosen((last) => ({ ...last, [field]: value }))}
        />
      ))}
      <p className={classes.says}>{act.says}</p>
    </StageDialog>
  );
}
