import { Button } from '@mantine/core';
import { RecordInspector } from '@renderer/screens/kit/record-inspector';
import { go } from '@renderer/state/use-route';
import { brandLook } from '@renderer/ui/brand/brand-look';
import { BrandPreview } from '@renderer/ui/brand/brand-preview';
import { ContrastBadge } from '@renderer/ui/brand/contrast-badge';
import { useCommandTarget } from '@renderer/ui/controls/command-target';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { inSense, t } from '@shared/language/t';
import { Pencil } from 'lucide-react';
import { editBranding } from './edit-branding';
import { VerdictMark } from './verdict-mark';

interface BrandingInspectorProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One organization's sign-in at full size, why it is or is not readable, and the way to edit it. */
export function BrandingInspector({ id, onClose }: BrandingInspectorProps) {
  const openPage = (params: Record<string, string> = {}): void => go('organization', { id, params });
  return (
    <RecordInspector entity="organization" id={id} recent="organizations" onClose={onClose}>
      {({ record }) => {
        const look = brandLook(record.name, record.branding, record.logo);
        return {
          marks: <VerdictMark record={record} />,
          actions: (
            <>
              <EditButton id={id} />
              <Button variant="default" onClick={() => openPage()}>
                {t('Open page')}
              </Button>
            </>
          ),
          onHistory: () => openPage({ tab: 'history' }),
          facts: (
            <>
              <FieldRow label={t('Text')}>
                <ContrastBadge foreground={look.text} background={look.background} />
              </FieldRow>
              <FieldRow label={t('Links')}>
                <ContrastBadge foreground={look.primary} background={look.background} />
              </FieldRow>
              <FieldRow label={t('Button label')}>
                <ContrastBadge foreground={look.onPrimary} background={look.primary} />
              </FieldRow>
              <FieldRow label={t('Logo')}>
                {look.logoElsewhere
                  ? t('Set on the service')
                  : look.logo === ''
                    ? inSense('logo', 'None')
                    : t('Staged')}
              </FieldRow>
            </>
          ),
          more: <BrandPreview look={look} kind="sign-in" device="phone" />,
        };
      }}
    </RecordInspector>
  );
}

/** Where the key to edit leads as well: branding is edited on the page. */
function EditButton({ id }: { readonly id: string }) {
  useCommandTarget('edit', () => editBranding(id));
  return (
    <Button leftSection={<Pencil size={13} aria-hidden />} onClick={() => editBranding(id)}>
      {t('Edit branding')}
    </Button>
  );
}
