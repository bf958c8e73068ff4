import { Select, TextInput } from '@mantine/core';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { BrandDot } from '@renderer/ui/brand/brand-dot';
import { inside } from '@renderer/ui/format/inside';
import type { PlanStep } from '@shared/contract/plan';
import { editableField } from '@shared/domain/editable-fields';
import type { JsonValue } from '@shared/domain/json';
import type { Kind } from '@shared/domain/kinds/kinds';
import { t } from '@shared/language/t';
import { readThird } from './third-answer';

interface ThirdValueProps {
  readonly step: PlanStep;
  readonly kind: Kind;
  readonly text: string;
  /** The value is undefined while what is typed cannot be used. */
  readonly onText: (text: string, value: JsonValue | undefined) => void;
}

/** Neither mine nor theirs: a value of the field's own kind. */
export function ThirdValue({ step, kind, text, onText }: ThirdValueProps) {
  const { roles } = useRoles();
  const label = t('Another {field} for {name}', {
    field: inside(editableField(step.entity, step.field)?.label ?? step.field),
    name: step.label,
  });
  if (kind === 'role') {
    return (
      <Select
        aria-label={label}
        placeholder={t('Choose a role')}
        autoFocus={text === ''}
        data={roles.map((role) => ({ value: role.key, label: role.name }))}
        value={text === '' ? null : text}
        onChange={(role) => {
          onText(role ?? '', role ?? undefined);
          requestAnimationFrame(backToRow);
        }}
      />
    );
  }
  const parsed = readThird(step, kind, text);
  const change = (next: string): void => {
    const read = readThird(step, kind, next);
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
      onKeyDown={(event) => {
        if (event.key !== 'Escape' && !(event.key === 'Enter' && parsed.ok)) return;
        event.preventDefault();
        event.stopPropagation();
        backToRow();
      }}
    />
  );
}

/** The field is left, so that the next key is a command of its row and not part of the value. */
function backToRow(): void {
  document.activeElement?.closest<HTMLElement>('[data-index]')?.focus();
}
