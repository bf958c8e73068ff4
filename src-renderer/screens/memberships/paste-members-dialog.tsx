import { useDraft } from '@renderer/drafts/use-draft';
import { PastedPreview } from '@renderer/screens/kit/import/pasted-preview';
import { PastedRole } from '@renderer/screens/kit/import/pasted-role';
import { usePasted } from '@renderer/screens/kit/import/use-pasted';
import { PasteArea } from '@renderer/screens/kit/paste-area';
import { StageDialog } from '@renderer/screens/kit/stage-dialog';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { useWorkspaceId } from '@renderer/state/use-workspace-id';
import { t } from '@shared/language/t';
import { useState } from 'react';

interface PasteMembersDialogProps {
  readonly organizationId: string;
  readonly onClose: () => void;
}

/** Members of an organization from a spreadsheet: each line says what it does before anything is staged; what is refused stays. */
export function PasteMembersDialog({ organizationId, onClose }: PasteMembersDialogProps) {
  const draft = useDraft(`${useWorkspaceId()}/membership/${organizationId}/pasted`);
  const { roles } = useRoles();
  const [role, setRole] = useState<string | null>(null);
  const text = draft.value ?? '';
  const pasted = usePasted({ entity: 'membership', text, roles, organizationId, role, single: true });
  const { preview, busy } = pasted.state;
  const changes = preview?.changes ?? 0;
  return (
    <StageDialog
      opened
      wide
      title={t('Paste members')}
      verb={
        changes === 0
          ? t('Stage')
          : t('Stage {count, plural, one {# change} other {# changes}}', { count: changes })
      }
      ready={changes > 0 && !busy}
      staging={{ busy: busy && changes > 0, failures: [] }}
      onSubmit={() => pasted.stage(draft, onClose)}
      onClose={onClose}
    >
      <PasteArea
        draft={draft}
        label={t('People, from a spreadsheet')}
        description={t('A line each: email, or columns such as name, email and role')}
      />
      {pasted.table?.hasRoles !== true && <PastedRole roles={roles} value={role} onChange={setRole} />}
      <PastedPreview entity="membership" state={pasted.state} />
    </StageDialog>
  );
}
