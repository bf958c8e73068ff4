import { ApiKeys } from '@renderer/screens/kit/api-keys';
import { MetadataEditor } from '@renderer/screens/kit/metadata-editor';
import { DeleteOrganizationDialog } from '@renderer/screens/organizations/delete-organization-dialog';
import { OpenIntents } from '@renderer/screens/shared/open-intents';
import { RecordChoice } from '@renderer/screens/shared/record-choice';
import { RecordField } from '@renderer/screens/shared/record-field';
import { RecordSwitch } from '@renderer/screens/shared/record-switch';
import { ServiceTime } from '@renderer/screens/shared/service-time';
import { useKeyChoices } from '@renderer/screens/shared/use-choices';
import { useCapability } from '@renderer/state/capabilities';
import { useEditLack } from '@renderer/state/read-only';
import { AbleButton } from '@renderer/ui/controls/able-button';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { IdRow } from '@renderer/ui/layout/id-row';
import { Panel } from '@renderer/ui/layout/panel';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import type { Intent } from '@shared/domain/intent';
import type { Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import classes from './details-tab.module.css';

interface DetailsTabProps {
  readonly record: Organization;
  readonly openIntents: readonly Intent[];
}

/** Name and slug, what else the service knows of it, what is staged, and its deletion. */
export function DetailsTab({ record, openIntents }: DetailsTabProps) {
  const [deleting, setDeleting] = useState(false);
  const slugsOff = useCapability('organizationSlugs').state !== 'available';
  const lack = useEditLack(['takes.delete.organization']);
  const field = { entity: 'organization', record, openIntents } as const;
  const roleSets = useKeyChoices('roleSet');
  const leaving = record.staged?.verb === 'delete';
  return (
    <ScrollBody label={t('Details')}>
      <div className={classes.columns}>
        <div className={classes.column}>
          <Panel title={t('Identity')}>
            <RecordField {...field} field="name" />
            {!slugsOff && <RecordField {...field} field="slug" />}
            {roleSets.length > 0 && <RecordChoice {...field} field="roleSetKey" />}
            <RecordSwitch {...field} field="adminDeleteEnabled" label={t('Its admins may delete it')} />
            <dl>
              <IdRow label={t('Id')} id={record.id} />
              <IdRow label={t('Created by')} id={record.createdBy} />
              <FieldRow label={t('Created')}>
                <ServiceTime record={record} at={record.createdAt} staged={t('when you reconcile')} />
              </FieldRow>
            </dl>
          </Panel>
          <OpenIntents intents={openIntents} />
          <ApiKeys holder={record.id} />
          <Panel title={t('Deletion')}>
            <p className={classes.text}>
              {t(
                'Staging it can be undone. Once reconciled, the organization is gone for good and its members lose access. Everyone who would is named before you stage it.',
              )}
            </p>
            <AbleButton
              lack={leaving ? t('Deletion is staged') : lack}
              variant="outline"
              color="red"
              leftSection={<Trash2 size={13} aria-hidden />}
              onClick={() => setDeleting(true)}
            >
              {leaving ? t('Deletion is staged') : t('Delete organization…')}
            </AbleButton>
          </Panel>
        </div>
        <div className={classes.column}>
          <Panel title={t('Public metadata')} note={t('read by the app and the browser')}>
            <MetadataEditor {...field} field="publicMetadata" />
          </Panel>
          <Panel title={t('Private metadata')} note={t('read by your servers only')}>
            <MetadataEditor {...field} field="privateMetadata" />
          </Panel>
        </div>
      </div>
      <DeleteOrganizationDialog record={record} opened={deleting} onClose={() => setDeleting(false)} />
    </ScrollBody>
  );
}
