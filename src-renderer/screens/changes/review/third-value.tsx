import { Select, TextInput } from '@mantine/core';
import { parseSeats } from '@renderer/screens/shared/field-formats';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { BrandDot } from '@renderer/ui/brand-dot';
import { type Result, success } from '@shared/contract/failure';
import type { PlanStep } from '@shared/contract/plan';
import { editableField, type FieldKind } from '@shared/domain/editable-fields';
import type { JsonValue } from '@shared/domain/json';
import { valueFault } from '@shared/domain/staging/value-fault';

interface ThirdValueProps {
  readonly step: PlanStep;
  readonly kind: FieldKind;
  readonly text: string;
  /** The value is undefined while what is typed cannot be used. */
  readonly onText: (text: string, value: JsonValue | undefined) => void;
}

/** Neither mine nor theirs: a value of the field's own kind. */
export function ThirdValue({ step, kind, text, onText }: ThirdValueProps) {
  const { roles } = useRoles();
  const label = `Another ${editableField(step.entity, step.field)?.label.toLowerCase() ?? step.field} for ${step.label}`;
  if (kind === 'role') {
    return (
      <Select
        aria-label={label}
        placeholder="Choose a role"
        autoFocus={text === ''}
        data={roles.map((role) => ({ value: role.key, label: role.name }))}
        value={text === '' ? null : text}
        onChange={(role) => onText(role ?? '', role ?? undefined)}
      />
    );
  }
  const parsed = parse(step, kind, text);
  const change = (next: string): void => {
    const read = parse(step, kind, next);
    onText(next, read.ok ? read.value : undefined);
  };
  return (
    <TextInput
      aria-label={label}
      autoFocus={text === ''}
      value={text}
      spellCheck={false}
      inputMode={kind === 'seats' ? 'numeric' : 'text'}
      leftSection={kind === 'color' && parsed.ok ? <BrandDot color={text} /> : undefined}
      error={text !== '' && !parsed.ok ? parsed.error.message : undefined}
      onChange={(event) => change(event.currentTarget.value)}
    />
  );
}

function parse({ entity, field }: PlanStep, kind: FieldKind, text: string): Result<JsonValue> {
  const read = kind === 'seats' ? parseSeats(text) : success<JsonValue>(text.trim());
  const editable = editableField(entity, field);
  if (!read.ok || editable === undefined) return read;
  const fault = valueFault(editable, read.value, { roles: new Map(), permissionKeys: new Set() });
  if (fault === null) return read;
  return { ok: false, error: { code: 'invalid-input', message: `It ${fault}.`, next: 'Type another one.' } };
}
