import { NativeSelect, Select, Switch, TextInput } from '@mantine/core';
import { inputOf } from '@renderer/fields/field-input';
import { RecordSelect } from '@renderer/screens/shared/record-select';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { capitalized } from '@renderer/ui/format/capitalized';
import { EntityName, entityWords } from '@shared/domain/entity';
import type { JsonValue } from '@shared/domain/json';
import type { Choice, Field } from '@shared/domain/kinds/field';

interface CreateInputProps {
  readonly field: Field;
  /** What is typed, for a line. */
  readonly text: string;
  /** What is chosen, for all others. */
  readonly value: JsonValue | undefined;
  readonly first: boolean;
  readonly onType: (text: string) => void;
  readonly onChoose: (value: JsonValue | undefined) => void;
}

/** One field of a record to be made, as its kind is set. */
export function CreateInput({ field, text, value, first, onType, onChoose }: CreateInputProps) {
  const { label, kind, to } = field;
  const input = inputOf(kind);
  const required = field.create === 'must';
  const chosen = typeof value === 'string' ? value : null;
  if (input.by === 'record') {
    const entity = EntityName.parse(to);
    return (
      <RecordSelect
        entity={entity}
        label={capitalized(entityWords[entity].one)}
        value={chosen}
        onChange={(id) => onChoose(id ?? undefined)}
      />
    );
  }
  if (kind === 'role') return <RoleInput {...{ label, required, chosen, onChoose }} />;
  if (input.by === 'switch')
    return (
      <Switch
        size="xs"
        label={label}
        checked={value === true}
        onChange={(event) => onChoose(event.currentTarget.checked)}
      />
    );
  if (input.by === 'choice')
    return (
      <NativeSelect
        label={label}
        required={required}
        value={chosen ?? ''}
        data={[...(field as Choice).options]}
        onChange={(event) => onChoose(event.currentTarget.value)}
      />
    );
  return (
    <TextInput
      label={label}
      required={required}
      description={field.hint ?? input.hint}
      inputMode={input.inputMode}
      data-autofocus={first || undefined}
      spellCheck={false}
      value={text}
      onChange={(event) => onType(event.currentTarget.value)}
    />
  );
}

interface RoleInputProps {
  readonly label: string;
  readonly required: boolean;
  readonly chosen: string | null;
  readonly onChoose: (role: string | undefined) => void;
}

function RoleInput({ label, required, chosen, onChoose }: RoleInputProps) {
  const { roles } = useRoles();
  return (
    <Select
      label={label}
      placeholder="Choose a role"
      required={required}
      data={roles.map(({ key, name }) => ({ value: key, label: name }))}
      value={chosen}
      onChange={(role) => onChoose(role ?? undefined)}
    />
  );
}
