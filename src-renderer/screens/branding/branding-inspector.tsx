import { Button } from '@mantine/core';
import { UnreadNote } from '@renderer/screens/shared/unread-note';
import { go } from '@renderer/state/use-route';
import { brandLook } from '@renderer/ui/brand/brand-look';
import { BrandPreview } from '@renderer/ui/brand/brand-preview';
import { ContrastBadge } from '@renderer/ui/brand/contrast-badge';
import { useCommandTarget } from '@renderer/ui/controls/command-target';
import { CopyId } from '@renderer/ui/controls/copy-id';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { Inspector } from '@renderer/ui/layout/inspector';
import { Avatar } from '@renderer/ui/marks/avatar';
import { markOfRecord } from '@renderer/ui/marks/mark-kind';
import { StateMark } from '@renderer/ui/marks/state-mark';
import { Pencil } from 'lucide-react';
import type { BrandingRow } from './branding-row';
import { editBranding } from './edit-branding';
import { VerdictMark } from './verdict-mark';

interface BrandingInspectorProps {
  readonly row: BrandingRow;
  readonly onClose: () => void;
}

/** One organization's sign-in at full size, why it is or is not readable, and the way to edit it. */
export function BrandingInspector({ row, onClose }: BrandingInspectorProps) {
  const look = brandLook(row.name, row.branding, row.logo);
  const mark = markOfRecord(row.state);
  return (
    <Inspector
      title={row.name}
      avatar={<Avatar name={row.name} shape="square" size={28} />}
      subtitle={<CopyId id={row.id} />}
      marks={
        <>
          <VerdictMark verdict={row.verdict} />
          {mark && <StateMark kind={mark} />}
        </>
      }
      actions={
        <>
          <EditButton id={row.id} />
          <Button variant="default" onClick={() => go('organization', { id: row.id, params: {} })}>
            Open page
          </Button>
        </>
      }
      onClose={onClose}
    >
      <UnreadNote id={row.id} />
      <dl>
        <FieldRow label="Text">
          <ContrastBadge foreground={look.text} background={look.background} />
        </FieldRow>
        <FieldRow label="Links">
          <ContrastBadge foreground={look.primary} background={look.background} />
        </FieldRow>
        <FieldRow label="Button label">
          <ContrastBadge foreground={look.onPrimary} background={look.primary} />
        </FieldRow>
        <FieldRow label="Logo">
          {look.logoElsewhere ? 'Set on the service' : look.logo === '' ? 'None' : 'Staged'}
        </FieldRow>
      </dl>
      <BrandPreview look={look} kind="sign-in" device="phone" />
    </Inspector>
  );
}

/** Where the key to edit leads as well: branding is edited on the page. */
function EditButton({ id }: { readonly id: string }) {
  useCommandTarget('edit', () => editBranding(id));
  return (
    <Button leftSection={<Pencil size={13} aria-hidden />} onClick={() => editBranding(id)}>
      Edit branding
    </Button>
  );
}
