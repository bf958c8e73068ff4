import { type Draft, useDraft } from '@renderer/drafts/use-draft';
import { fieldLabel, inputOf, parseField } from '@renderer/fields/field-input';
import { fieldText, kindAt } from '@renderer/fields/field-text';
import { useEditLack } from '@renderer/state/read-only';
import { replacedValue, serverValue } from '@renderer/state/server-value';
import { stageField } from '@renderer/state/stage-field';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import { withdraw } from '@renderer/state/withdraw';
import { InlineEdit } from '@renderer/ui/controls/inline-edit';
import type { Failure, Result } from '@shared/contract/failure';
import { takenAt } from '@shared/domain/capabilities';
import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import type { Intent } from '@shared/domain/intent';
import { type JsonValue, jsonEqual } from '@shared/domain/json';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { labelOf } from '@shared/domain/rules/label-of';
import { t } from '@shared/language/t';
import { type ReactNode, useState } from 'react';

interface RecordFieldProps {
  readonly entity: EntityName;
  readonly record: StoredRecord;
  /** Field path, one of `editableFields`. */
  readonly field: string;
  /** Where it stands by itself; left out, what its model calls it. */
  readonly label?: string;
  /** The same as it is shown, where a heading says a part of it. */
  readonly shown?: ReactNode;
  readonly openIntents: readonly Intent[];
  /** As shown, where not as its kind is. */
  readonly format?: (value: JsonValue) => string;
  /** What was typed as a value, where its kind cannot say: settings have a schema. */
  readonly parse?: (text: string) => Result<JsonValue>;
  readonly inputMode?: 'text' | 'numeric';
  /** Why this one cannot be edited, besides what its kind of record lacks. */
  readonly lack?: string | null;
  readonly hint?: ReactNode;
}

/** One field of a record, edited in place: typed text survives a crash, Enter stages it, Undo takes it back. */
export function RecordField(props: RecordFieldProps) {
  const { entity, record, field, openIntents, hint } = props;
  const {
    format = (value) => fieldText(entity, field, value),
    parse = (text) => parseField(entity, field, text),
  } = props;
  const input = inputOf(kindAt(entity, field) ?? 'text');
  const name = labelOf(entity, record, '');
  const draft = useDraft(`${useWorkspaceId()}/${entity}/${record.id}/${field}`);
  const [failure, setFailure] = useState<Failure | null>(null);
  const kindLack = useEditLack([takenAt(entity, field)]);
  const readOnly = kindLack ?? props.lack ?? null;
  const label = props.label ?? fieldLabel(entity, field);
  const current = readField(record, field) ?? null;
  const server = replacedValue(record, field);
  const own = openIntents.filter(({ action }) => action.verb === 'update' && action.field === field);

  const now = serverValue(record, field);
  const moved = draft.base !== undefined && !jsonEqual(draft.base, now) ? now : null;

  const commit = async (): Promise<void> => {
    const parsed = parse(draft.value ?? '');
    if (!parsed.ok) return setFailure(parsed.error);
    setFailure(null);
    if (jsonEqual(parsed.value, current)) return draft.discard();
    const base = draft.base ?? serverValue(record, field);
    const title = t('{label} of {name}: {base} → {value}', {
      label,
      name,
      base: format(base),
      value: format(parsed.value),
    });
    const rejected = await stageField({ entity, id: record.id, field, base, value: parsed.value, title });
    if (rejected) setFailure(rejected);
    else draft.discard();
  };

  return (
    <InlineEdit
      label={label}
      shown={props.shown}
      value={format(current)}
      server={server === undefined ? undefined : format(server)}
      draft={draft.value}
      hint={hintOf(draft, moved === null ? null : format(moved)) ?? hint}
      inputMode={props.inputMode ?? input.inputMode}
      failure={failure}
      onUndo={
        own.length === 0 ? undefined : () => void withdraw(own, t('{label} of {name}', { label, name }))
      }
      readOnly={readOnly}
      onEdit={() => draft.change(input.typed(current), serverValue(record, field))}
      onChange={draft.change}
      onCommit={() => void commit()}
      onCancel={() => {
        setFailure(null);
        draft.discard();
      }}
    />
  );
}

/** What the admin must know before staging: that the service's value has moved, or that the text is an old one. */
function hintOf({ restored }: Draft, moved: string | null): string | null {
  if (moved !== null)
    return t('Changed on the service meanwhile: {moved}. Staged, yours will be in conflict with it.', {
      moved,
    });
  return restored ? t('Restored: you had typed this and not staged it.') : null;
}
