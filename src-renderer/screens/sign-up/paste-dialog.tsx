import { useDraft } from '@renderer/drafts/use-draft';
import { parseField } from '@renderer/fields/field-input';
import { CreateInput } from '@renderer/screens/kit/create-input';
import { PasteArea } from '@renderer/screens/kit/paste-area';
import { StageDialog } from '@renderer/screens/kit/stage-dialog';
import { useStaging } from '@renderer/screens/kit/use-staging';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import { countOf } from '@renderer/ui/format/count-of';
import { type EntityName, entityWords, modelOf } from '@shared/domain/entity';
import type { JsonValue } from '@shared/domain/json';
import type { Field } from '@shared/domain/kinds/field';
import { rulesOf } from '@shared/domain/rules/rules-of';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { LockedOut } from './locked-out';
import { PastePreview } from './paste-preview';
import { pastedValues, readPaste } from './read-paste';
import { linesOf, useLockedOut } from './use-locked-out';
import { useStanding } from './use-standing';

const nothing: readonly string[] = [];

interface PasteDialogProps {
  readonly entity: EntityName;
  /** Who is on the list is shut out: it says whom, and how many by each line. */
  readonly shuts: boolean;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Stages many records of a list as one undo group, after it was said per line what becomes of it. */
export function PasteDialog({ entity, shuts, opened, onClose }: PasteDialogProps) {
  const counted = (count: number): string => countOf(count, entityWords[entity]);
  const draft = useDraft(`${useWorkspaceId()}/${entity}/pasted`);
  const [said, setSaid] = useState<Readonly<Record<string, string | boolean>>>({});
  const staging = useStaging();
  const text = draft.value ?? '';
  const lines = readPaste(entity, text, useStanding(entity, pastedValues(entity, text)));
  const fresh = lines.filter(({ outcome }) => outcome === 'new').map(({ value }) => value);
  const found = useLockedOut(shuts ? fresh : nothing);
  const options = Object.entries(modelOf(entity).said ?? {}) as readonly (readonly [string, Field])[];

  const submit = async (): Promise<void> => {
    const values: Record<string, JsonValue> = {};
    for (const [name, value] of Object.entries(said)) {
      if (value === '') continue;
      const parsed = typeof value === 'string' ? parseField(entity, name, value) : null;
      if (parsed?.ok === false) return staging.fail(parsed.error);
      values[name] = parsed === null ? value : parsed.value;
    }
    const mark = rulesOf(entity).mark?.field ?? '';
    const outcome = await staging.stage({
      drafts: fresh.map((value) => ({
        entity,
        action: { verb: 'create', values: { ...values, [mark]: value } },
      })),
      names: fresh,
      done: (count) => t('Staged. {what}', { what: counted(count) }),
    });
    if (!outcome) return;
    if (outcome.rejected.length > 0) {
      draft.change(outcome.rejected.map(({ index }) => fresh[index] ?? '').join('\n'));
      return;
    }
    draft.discard();
    onClose();
  };

  return (
    <StageDialog
      opened={opened}
      title={t('Paste {many}', { many: entityWords[entity].many })}
      verb={fresh.length === 0 ? t('Stage') : t('Stage {what}', { what: counted(fresh.length) })}
      ready={fresh.length > 0}
      wide
      staging={staging}
      onSubmit={submit}
      onClose={onClose}
    >
      <PasteArea
        draft={draft}
        label={t('One a line, or parted by commas')}
        description={modelOf(entity).fields[rulesOf(entity).mark?.field ?? '']?.hint}
      />
      {options.map(([name, field]) => (
        <CreateInput
          key={name}
          field={field}
          text={String(said[name] ?? '')}
          value={said[name]}
          first={false}
          onType={(typed) => setSaid((last) => ({ ...last, [name]: typed }))}
          onChoose={(value) => setSaid((last) => ({ ...last, [name]: value === true }))}
        />
      ))}
      <PastePreview lines={lines} notes={found ? linesOf(found) : undefined} />
      {found && <LockedOut found={found} lines={fresh.length} />}
    </StageDialog>
  );
}
