import { Button } from '@mantine/core';
import { useRecord } from '@renderer/bridge/use-record';
import { settingText } from '@renderer/screens/applications/setting-text';
import { stagedImage } from '@renderer/screens/applications/staged-image';
import { AbsentRecord } from '@renderer/screens/shared/absent-record';
import { RowMark } from '@renderer/screens/shared/row-mark';
import { go } from '@renderer/state/use-route';
import { CopyId } from '@renderer/ui/controls/copy-id';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { Inspector } from '@renderer/ui/layout/inspector';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import { StagedValue } from '@renderer/ui/marks/staged-value';
import { configField, configPrefix } from '@shared/domain/config-field';
import { readField } from '@shared/domain/field-path';
import { t } from '@shared/language/t';
import { Palette } from 'lucide-react';
import { applicationLook } from './application-look';
import { ContrastTable } from './contrast-table';
import { PreviewMatrix } from './preview-matrix';

interface FleetBrandInspectorProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One customer's face: what is not applied yet, how well it is read, and every page. */
export function FleetBrandInspector({ id, onClose }: FleetBrandInspectorProps) {
  const { record, openIntents, failure } = useRecord('application', id);
  if (!record)
    return (
      <AbsentRecord
        entity="application"
        id={id}
        record={record}
        gone={t('It is not in your copy: closed, or not synced yet.')}
        failure={failure}
        onClose={onClose}
      />
    );
  const look = applicationLook(record, stagedImage(openIntents, 'logo') ?? '');
  const edit = (): void => go('applications', { id, params: { policy: 'branding' } });
  const changed = Object.keys(record.server).filter((path) => path.startsWith(`${configPrefix}branding`));
  return (
    <Inspector
      title={record.name}
      subtitle={<CopyId id={id} />}
      marks={<RowMark record={record} />}
      actions={
        <Button leftSection={<Palette size={13} aria-hidden />} onClick={edit}>
          {t('Edit')}
        </Button>
      }
      onClose={onClose}
    >
      {changed.length > 0 && (
        <InspectorSection title={t('Not applied yet')} count={changed.length}>
          <dl>
            {changed.map((path) => (
              <FieldRow key={path} label={configField(path)?.label ?? path}>
                <StagedValue
                  value={settingText(path, readField(record, path))}
                  server={settingText(path, record.server[path])}
                />
              </FieldRow>
            ))}
          </dl>
        </InspectorSection>
      )}
      <ContrastTable look={look} />
      <InspectorSection title={t('Every page')} action={<LinkButton onClick={edit}>{t('Edit')}</LinkButton>}>
        <PreviewMatrix look={look} />
      </InspectorSection>
    </Inspector>
  );
}
