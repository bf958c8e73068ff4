import { NativeSelect } from '@mantine/core';
import { fieldLabel } from '@renderer/fields/field-input';
import { fieldText } from '@renderer/fields/field-text';
import { useEditLack } from '@renderer/state/read-only';
import { replacedValue, serverValue } from '@renderer/state/server-value';
import { stageField } from '@renderer/state/stage-field';
import { withdraw } from '@renderer/state/withdraw';
import { inputBeside } from '@renderer/ui/controls/label-beside';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import { takenAt } from '@shared/domain/capabilities';
import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { Intent } from '@shared/domain/intent';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { t } from '@shared/language/t';
import { useState } from 'react';
import classes from './record-choice.module.css';
import { useChoices } from './use-choices';

interface RecordChoiceProps {
  readonly entity: EntityName;
  readonly record: StoredRecord;
  /** Path of a field that is one of few: words, or a role. */
  readonly field: string;
  readonly openIntents: readonly Intent[];
}

/** One field of a record that is one of few: staged by choosing, with what the service holds beside it, and Undo. */
export function RecordChoice({ entity, record, field, openIntents }: RecordChoiceProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const lack = useEditLack([takenAt(entity, field)]);
  const choices = useChoices(entity, field);
  const names = new Map(choices.map(({ value, label }) => [value, label]));
  const title = `${labelOf(entity, record, '')}: ${fieldLabel(entity, field)}`;
  const server = replacedValue(record, field);
  const own = openIntents.filter(({ action }) => action.verb === 'update' && action.field === field);
  const set = async (value: string): Promise<void> => {
    const base = serverValue(record, field);
    const text = (held: typeof base) => fieldText(entity, field, held, names);
    const change = `${title} ${text(base)} → ${text(value)}`;
    setFailure(await stageField({ entity, id: record.id, field, base, value, title: change }));
  };
  const held = String(readField(record, field) ?? '');
  return (
    <div className={classes.choice} title={lack ?? undefined} data-staged={server !== undefined || undefined}>
      <NativeSelect
        {...inputBeside}
        label={fieldLabel(entity, field)}
        disabled={lack !== null || record.staged?.verb === 'delete'}
        value={held}
        data={names.has(held) ? [...choices] : [{ value: held, label: held || '–' }, ...choices]}
        onChange={(event) => void set(event.currentTarget.value)}
      />
      {server !== undefined && (
        <del className={classes.server}>
          <span className="visually-hidden">{t('on the service:')} </span>
          {fieldText(entity, field, server, names)}
        </del>
      )}
      {own.length > 0 && <LinkButton onClick={() => void withdraw(own, title)}>{t('Undo')}</LinkButton>}
      {failure && <InlineFailure failure={failure} />}
    </div>
  );
}
