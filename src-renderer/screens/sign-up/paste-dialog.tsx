import { useDraft } from '@renderer/drafts/use-draft';
import { createFields } from '@renderer/fields/create-fields';
import { CreateInputs } from '@renderer/screens/kit/create-inputs';
import { PasteArea } from '@renderer/screens/kit/paste-area';
import { StageDialog } from '@renderer/screens/kit/stage-dialog';
import { useForm } from '@renderer/screens/kit/use-form';
import { useStaging } from '@renderer/screens/kit/use-staging';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import { countOf } from '@renderer/ui/format/count-of';
import { type EntityName, entityWords, modelOf } from '@shared/domain/entity';
import { rulesOf } from '@shared/domain/rules/rules-of';
import { t } from '@shared/language/t';
import { useMemo } from 'react';
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
  const mark = rulesOf(entity).mark?.field ?? '';
  const options = useMemo(() => createFields(entity, [mark]), [entity, mark]);
  const form = useForm(`${useWorkspaceId()}/${entity}/pasted`, options);
  const staging = useStaging();
  const text = draft.value ?? '';
  const lines = readPaste(entity, text, useStanding(entity, pastedValues(entity, text)));
  const fresh = lines.filter(({ outcome }) => outcome === 'new').map(({ value }) => value);
  const found = useLockedOut(shuts ? fresh : nothing);

  const submit = async (): Promise<void> => {
    const values = form.read(options);
    if (values === null) return;
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
    form.discard();
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
        description={modelOf(entity).fields[mark]?.hint}
      />
      <CreateInputs {...form} fields={options} first={false} />
      <PastePreview lines={lines} notes={found ? linesOf(found) : undefined} />
      {found && <LockedOut found={found} lines={fresh.length} />}
    </StageDialog>
  );
}
