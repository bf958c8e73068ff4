import { useDraft } from '@renderer/drafts/use-draft';
import { createFields } from '@renderer/fields/create-fields';
import { readInputs } from '@renderer/fields/read-inputs';
import { CreateInputs } from '@renderer/screens/kit/create-inputs';
import { PastedPreview } from '@renderer/screens/kit/import/pasted-preview';
import { PastedRole } from '@renderer/screens/kit/import/pasted-role';
import { usePasted } from '@renderer/screens/kit/import/use-pasted';
import { PasteArea } from '@renderer/screens/kit/paste-area';
import { StageDialog } from '@renderer/screens/kit/stage-dialog';
import { useForm } from '@renderer/screens/kit/use-form';
import { useStaging } from '@renderer/screens/kit/use-staging';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import type { JsonObject } from '@shared/domain/json';
import type { Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { addressesIn } from './addresses-in';
import classes from './invite-dialog.module.css';

/** What an invitation may say beside whom it invites, and as what. */
const more = createFields('invitation', ['organizationId', 'email', 'role']);

/** As the cells of a file say it. */
const asCells = (values: JsonObject): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : JSON.stringify(value),
    ]),
  );

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
  const form = useForm(`${useWorkspaceId()}/invitation/${organization.id}/said`, more);
  const said = readInputs(more, form);
  const staging = useStaging();
  const text = draft.value ?? '';
  const pasted = usePasted({
    entity: 'invitation',
    text,
    roles,
    organizationId: organization.id,
    role,
    said: 'values' in said ? asCells(said.values) : {},
    single: false,
  });
  const isTable = pasted.table !== null;
  const addresses = addressesIn(text);
  const count = isTable ? (pasted.state.preview?.changes ?? 0) : addresses.length;
  const ready = count > 0 && (isTable ? !pasted.state.busy : role !== null);

  const stageTable = async (): Promise<void> => {
    if (form.read(more) === null) return;
    await pasted.stage(draft, () => {
      form.discard();
      onClose();
    });
  };

  const submit = async (): Promise<void> => {
    const values = form.read(more);
    if (values === null) return;
    const outcome = await staging.stage({
      drafts: addresses.map((email) => ({
        entity: 'invitation',
        action: { verb: 'create', values: { ...values, organizationId: organization.id, email, role } },
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
    form.discard();
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
      onSubmit={isTable ? stageTable : submit}
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
      <CreateInputs {...form} fields={more} first={false} />
      {isTable && <PastedPreview entity="invitation" state={pasted.state} />}
      <p className={classes.note}>
        {t(
          'Nothing is sent until you reconcile. An invitation that has been sent cannot be unsent, only revoked.',
        )}
      </p>
    </StageDialog>
  );
}
