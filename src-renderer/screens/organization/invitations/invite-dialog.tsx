import { useDraft } from '@renderer/drafts/use-draft';
import { PastedPreview } from '@renderer/screens/kit/import/pasted-preview';
import { PastedRole } from '@renderer/screens/kit/import/pasted-role';
import { usePasted } from '@renderer/screens/kit/import/use-pasted';
import { PasteArea } from '@renderer/screens/kit/paste-area';
import { StageDialog } from '@renderer/screens/kit/stage-dialog';
import { useStaging } from '@renderer/screens/kit/use-staging';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import type { Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { addressesIn } from './addresses-in';
import classes from './invite-dialog.module.css';

interface InviteDialogProps {
  readonly organization: Organization;
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** Stages invitations to one or many addresses, with one role. What is typed survives a crash; what was rejected stays. */
export function InviteDialog({ organization, opened, onClose }: InviteDialogProps) {
  const draft = useDraft(`${useWorkspaceId()}/invitation/${organization.id}/emails`);
  const { roles } = useRoles();
  const [role, setRole] = useState<string | null>(null);
  const staging = useStaging();
  const text = draft.value ?? '';
  const pasted = usePasted({
    entity: 'invitation',
    text,
    roles,
    organizationId: organization.id,
    role,
    single: false,
  });
  const isTable = pasted.table !== null;
  const addresses = addressesIn(text);
  const count = isTable ? (pasted.state.preview?.changes ?? 0) : addresses.length;
  const ready = count > 0 && (isTable ? !pasted.state.busy : role !== null);

  const submit = async (): Promise<void> => {
    const outcome = await staging.stage({
      drafts: addresses.map((email) => ({
        entity: 'invitation',
        action: { verb: 'create', values: { organizationId: organization.id, email, role } },
      })),
      names: addresses,
      done: (count) =>
        t('Staged. {count, plural, one {# invitation} other {# invitations}} to {name}', {
          count,
          name: organization.name,
        }),
    });
    if (!outcome) return;
    if (outcome.rejected.length > 0) {
      draft.change(outcome.rejected.map(({ index }) => addresses[index] ?? '').join('\n'));
      return;
    }
    draft.discard();
    onClose();
  };

  return (
    <StageDialog
      opened={opened}
      title={t('Invite to {name}', { name: organization.name })}
      verb={
        count < 2
          ? t('Stage invitation')
          : t('Stage {count, plural, one {# invitation} other {# invitations}}', { count })
      }
      ready={ready}
      staging={staging}
      {...(isTable && { wide: true as const })}
      onSubmit={isTable ? () => pasted.stage(draft, onClose) : submit}
      onClose={onClose}
    >
      <PasteArea
        draft={draft}
        label={t('Email addresses')}
        description={t(
          'One or many, parted by commas, blanks or lines; or lines of a spreadsheet: name, email, role',
        )}
      />
      {pasted.table?.hasRoles !== true && <PastedRole roles={roles} value={role} onChange={setRole} />}
      {isTable && <PastedPreview entity="invitation" state={pasted.state} />}
      <p className={classes.note}>
        {t(
          'Nothing is sent until you reconcile. An invitation that has been sent cannot be unsent, only revoked.',
        )}
      </p>
    </StageDialog>
  );
}
