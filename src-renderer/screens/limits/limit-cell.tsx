import { TextInput } from '@mantine/core';
import { useDraft } from '@renderer/drafts/use-draft';
import { parseField } from '@renderer/fields/field-input';
import { kindText } from '@renderer/fields/field-text';
import { useHoldRow } from '@renderer/screens/kit/hold-row';
import { stageField } from '@renderer/state/stage-field';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import { FieldFault } from '@renderer/ui/controls/field-fault';
import { StagedValue } from '@renderer/ui/marks/staged-value';
import type { Failure } from '@shared/contract/failure';
import type { Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { Pencil } from 'lucide-react';
import { useRef, useState } from 'react';
import classes from './limit-cell.module.css';

const field = 'maxAllowedMemberships';

/** The seat limit in its row: a click makes it a field, Enter stages, Escape lets go. */
export function LimitCell({ record }: { readonly record: Organization }) {
  const { id, name, maxAllowedMemberships: limit, server } = record;
  const serverLimit = typeof server[field] === 'number' ? server[field] : limit;
  const hold = useHoldRow();
  const draft = useDraft(`${useWorkspaceId()}/organization/${id}/${field}`);
  const button = useRef<HTMLButtonElement>(null);
  const [failure, setFailure] = useState<Failure | null>(null);
  const leave = (): void => {
    setFailure(null);
    draft.discard();
    requestAnimationFrame(() => button.current?.focus());
  };
  const commit = async (): Promise<void> => {
    const parsed = parseField('organization', field, draft.value ?? '');
    if (!parsed.ok) return setFailure(parsed.error);
    if (parsed.value !== limit) {
      const title = t('Seats of {name}: {from} → {to}', {
        name,
        from: kindText('seats', serverLimit),
        to: kindText('seats', parsed.value),
      });
      const base = draft.base ?? serverLimit;
      const edit = { entity: 'organization', id, field, base } as const;
      const rejected = await stageField({ ...edit, value: parsed.value, title });
      if (rejected) return setFailure(rejected);
    }
    leave();
  };
  if (draft.value === null) {
    return (
      <button
        ref={button}
        type="button"
        className={classes.value}
        aria-label={t('Edit seats of {name}', { name })}
        onClick={(event) => {
          event.stopPropagation();
          hold(id);
          draft.change(limit === 0 ? '' : String(limit), serverLimit);
        }}
      >
        <StagedValue
          value={kindText('seats', limit)}
          server={limit === serverLimit ? undefined : kindText('seats', serverLimit)}
        />
        <Pencil size={11} className={classes.pencil} aria-hidden />
      </button>
    );
  }
  return (
    <FieldFault failure={failure} onClose={() => setFailure(null)}>
      <TextInput
        aria-invalid={failure !== null || undefined}
        aria-label={t('Seats of {name}', { name })}
        placeholder={t('Unlimited')}
        inputMode="numeric"
        autoFocus
        w={104}
        value={draft.value}
        onClick={(event) => event.stopPropagation()}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => {
          setFailure(null);
          draft.change(event.currentTarget.value);
        }}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') void commit();
          if (event.key === 'Escape') leave();
        }}
      />
    </FieldFault>
  );
}
