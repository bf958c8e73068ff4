import { MultiSelect, Select, TagsInput } from '@mantine/core';
import { fieldLabel } from '@renderer/fields/field-input';
import { replacedValue, serverValue } from '@renderer/state/server-value';
import { stageField } from '@renderer/state/stage-field';
import { withdraw } from '@renderer/state/withdraw';
import { inputBeside } from '@renderer/ui/controls/label-beside';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { Failure } from '@shared/contract/failure';
import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { Intent } from '@shared/domain/intent';
import { isJsonArray, type JsonValue } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { t } from '@shared/language/t';
import { type ReactNode, useState } from 'react';
import classes from './setting-choice.module.css';
import { useAhead } from './use-ahead';

export interface ChoiceOption {
  readonly value: string;
  readonly label: string;
}

interface SettingChoiceProps {
  readonly entity: EntityName;
  readonly record: StoredRecord;
  /** Path of a field that holds one of the options; `many`: a list of them. */
  readonly field: string;
  readonly many?: boolean;
  /** Left out: what its model calls it. */
  readonly label?: ReactNode;
  /** Left out: whatever is typed. */
  readonly options?: readonly ChoiceOption[] | undefined;
  readonly hint?: string | undefined;
  readonly openIntents: readonly Intent[];
}

/** One field of a record that is chosen: staged at once, with what the service holds beside it, and Undo. */
export function SettingChoice(props: SettingChoiceProps) {
  const { entity, record, field, many = false, options, hint, openIntents } = props;
  const [failure, setFailure] = useState<Failure | null>(null);
  const label = fieldLabel(entity, field);
  const title = `${labelOf(entity, record, '')}: ${label}`;
  const { shown: value, stage, letGo } = useAhead<JsonValue>(readField(record, field) ?? null);
  const server = replacedValue(record, field);
  const own = openIntents.filter(({ action }) => action.verb === 'update' && action.field === field);
  const named = (held: JsonValue): string =>
    textsOf(held)
      .map((one) => options?.find((option) => option.value === one)?.label ?? one)
      .join(', ') || t('none');
  const set = async (next: JsonValue): Promise<void> => {
    const base = serverValue(record, field);
    const change = `${title} ${named(base)} → ${named(next)}`;
    const edit = { entity, id: record.id, field, base, value: next, title: change };
    setFailure(await stage(next, () => stageField(edit)));
  };
  const looks = { ...inputBeside, label: props.label ?? label, description: hint };
  const input = !many ? (
    <Select
      {...looks}
      data={[...(options ?? [])]}
      value={typeof value === 'string' ? value : null}
      placeholder={t('Not known')}
      allowDeselect={false}
      onChange={(next) => next !== null && next !== value && void set(next)}
    />
  ) : options === undefined ? (
    <TagsInput {...looks} value={[...textsOf(value)]} onChange={(next) => void set(next)} />
  ) : (
    <MultiSelect
      {...looks}
      data={[...options]}
      searchable
      value={[...textsOf(value)]}
      onChange={(next) => void set(next)}
    />
  );
  return (
    <div className={classes.choice} data-staged={server !== undefined || undefined}>
      {input}
      {(server !== undefined || own.length > 0) && (
        <span className={classes.beneath}>
          {server !== undefined && (
            <del className={classes.server}>
              <span className="visually-hidden">{t('on the service:')} </span>
              {named(server)}
            </del>
          )}
          {own.length > 0 && (
            <LinkButton
              onClick={() => {
                letGo();
                void withdraw(own, title);
              }}
            >
              {t('Undo')}
            </LinkButton>
          )}
        </span>
      )}
      {failure && <InlineFailure failure={failure} />}
    </div>
  );
}

const textsOf = (value: JsonValue): readonly string[] =>
  value !== null && typeof value === 'object' && isJsonArray(value)
    ? value.map(String)
    : typeof value === 'string'
      ? [value]
      : [];
