import { MultiSelect, NativeSelect, Select, Switch, Textarea, TextInput } from '@mantine/core';
import { optionsOfField } from '@renderer/fields/create-fields';
import { inputOf } from '@renderer/fields/field-input';
import { untouched } from '@renderer/fields/read-inputs';
import { RecordSelect } from '@renderer/screens/shared/record-select';
import { useKeyChoices } from '@renderer/screens/shared/use-choices';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { capitalized } from '@renderer/ui/format/capitalized';
import { inside } from '@renderer/ui/format/inside';
import type { Failure } from '@shared/contract/failure';
import { EntityName, entityWords } from '@shared/domain/entity';
import type { JsonValue } from '@shared/domain/json';
import type { Field } from '@shared/domain/kinds/field';
import { t } from '@shared/language/t';
import { useEffect, useRef } from 'react';

interface CreateInputProps {
  readonly field: Field;
  /** What is typed, for a line. */
  readonly text: string;
  /** What is chosen, for all others. */
  readonly value: JsonValue | undefined;
  readonly first: boolean;
  /** What is wrong with it; `focused`: it is where the keys go to mend it. */
  readonly fault?: Failure | undefined;
  readonly focused?: boolean;
  readonly onType: (text: string) => void;
  readonly onChoose: (value: JsonValue | undefined) => void;
}

/** One field of a record to be made, as its kind is set. */
export function CreateInput(props: CreateInputProps) {
  const { field, text, value, first, fault, focused = false, onType, onChoose } = props;
  const typed = useRef<HTMLInputElement & HTMLTextAreaElement>(null);
  useEffect(() => {
    if (fault !== undefined && focused) typed.current?.focus();
  }, [fault, focused]);
  const { label, kind, to } = field;
  const input = inputOf(kind);
  const required = field.create === 'must';
  const chosen = typeof value === 'string' ? value : null;
  if (input.by === 'record') {
    const entity = EntityName.parse(to);
    return (
      <RecordSelect
        entity={entity}
        label={field.hint === undefined ? capitalized(entityWords[entity].one) : label}
        description={field.hint}
        required={required}
        value={chosen}
        onChange={(id) => onChoose(id ?? undefined)}
      />
    );
  }
  if (kind === 'role' || kind === 'setKey')
    return <KeyInput {...{ kind, label, required, chosen, onChoose }} />;
  if (kind === 'roles') return <RolesInput {...{ label, required, value, onChoose }} />;
  if (input.by === 'secret')
    return (
      <SecretInput
        label={label}
        what={t('the {label}', { label: inside(label) })}
        description={t('Not kept while you type: close this, and it is gone.')}
        kind="new-password"
        required={required}
        value={chosen ?? ''}
        onChange={(secret) => onChoose(secret === '' ? undefined : secret)}
      />
    );
  if (input.by === 'switch')
    return (
      <Switch
        size="xs"
        label={label}
        checked={(value ?? untouched(field)) === true}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
    );
  if (input.by === 'choice')
    return (
      <NativeSelect
        label={label}
        required={required}
        value={chosen ?? String(untouched(field))}
        data={[...optionsOfField(field)]}
        onChange={(event) => onChoose(event.currentTarget.value)}
      />
    );
  const line = {
    ref: typed,
    label,
    required,
    description: field.hint ?? input.hint,
    error: fault === undefined ? null : `${fault.message} ${fault.next}`,
    'data-autofocus': first || undefined,
    spellCheck: false,
    value: text,
  } as const;
  return input.by === 'lines' ? (
    <Textarea
      {...line}
      size="xs"
      autosize
      minRows={3}
      maxRows={8}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  ) : (
    <TextInput
      {...line}
      inputMode={input.inputMode}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}

interface KeyInputProps {
  readonly kind: 'role' | 'setKey';
  readonly label: string;
  readonly required: boolean;
  readonly chosen: string | null;
  readonly onChoose: (key: string | undefined) => void;
}

/** What goes by a key of the instance: a role, a role set. */
function KeyInput({ kind, label, required, chosen, onChoose }: KeyInputProps) {
  return (
    <Select
      label={label}
      placeholder={kind === 'role' ? t('Choose a role') : t('As the instance has it')}
      required={required}
      clearable={!required}
      data={[...useKeyChoices(kind === 'role' ? 'role' : 'roleSet')]}
      value={chosen}
      onChange={(key) => onChoose(key ?? undefined)}
    />
  );
}

interface RolesInputProps {
  readonly label: string;
  readonly required: boolean;
  readonly value: JsonValue | undefined;
  readonly onChoose: (keys: JsonValue) => void;
}

function RolesInput({ label, required, value, onChoose }: RolesInputProps) {
  return (
    <MultiSelect
      label={label}
      placeholder={t('Choose roles')}
      required={required}
      data={[...useKeyChoices('role')]}
      value={Array.isArray(value) ? value.map(String) : []}
      onChange={(keys) => onChoose(keys)}
    />
  );
}
