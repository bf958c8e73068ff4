import { Switch } from '@mantine/core';
import { fieldLabel } from '@renderer/fields/field-input';
import { fieldText } from '@renderer/fields/field-text';
import { useEditLack } from '@renderer/state/read-only';
import { replacedValue, serverValue } from '@renderer/state/server-value';
import { stageField } from '@renderer/state/stage-field';
import { withdraw } from '@renderer/state/withdraw';
import { switchBeside } from '@renderer/ui/controls/label-beside';
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
import { type ReactNode, useState } from 'react';
import classes from './record-switch.module.css';

interface RecordSwitchProps {
  readonly entity: EntityName;
  readonly record: StoredRecord;
  /** Path of a field that is on or off. */
  readonly field: string;
  /** Where it stands by itself; left out, what its model calls it. */
  readonly label?: ReactNode;
  readonly openIntents: readonly Intent[];
}

/** One field of a record that is on or off: staged by a click, with what the service holds beside it, and Undo. */
export function RecordSwitch({ entity, record, field, openIntents, ...props }: RecordSwitchProps) {
  const [failure, setFailure] = useState<Failure | null>(null);
  const lack = useEditLack([takenAt(entity, field)]);
  const title = `${labelOf(entity, record, '')}: ${fieldLabel(entity, field)}`;
  const server = replacedValue(record, field);
  const own = openIntents.filter(({ action }) => action.verb === 'update' && action.field === field);
  const set = async (value: boolean): Promise<void> => {
    const base = serverValue(record, field);
    const change = `${title} ${fieldText(entity, field, base)} → ${fieldText(entity, field, value)}`;
    setFailure(await stageField({ entity, id: record.id, field, base, value, title: change }));
  };
  return (
    <div className={classes.switch} title={lack ?? undefined} data-staged={server !== undefined || undefined}>
      <Switch
        {...switchBeside}
        size="xs"
        label={props.label ?? fieldLabel(entity, field)}
        disabled={lack !== null || record.staged?.verb === 'delete'}
        checked={readField(record, field) === true}
        onChange={(event) => void set(event.currentTarget.checked)}
      />
      {server !== undefined && (
        <del className={classes.server}>
          <span className="visually-hidden">{t('on the service:')} </span>
          {fieldText(entity, field, server)}
        </del>
      )}
      {own.length > 0 && <LinkButton onClick={() => void withdraw(own, title)}>{t('Undo')}</LinkButton>}
      {failure && <InlineFailure failure={failure} />}
    </div>
  );
}
