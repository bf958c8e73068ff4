import { useRecord } from '@renderer/bridge/use-record';
import { go } from '@renderer/state/use-route';
import { CopyId } from '@renderer/ui/controls/copy-id';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { rich } from '@renderer/ui/text/rich';
import { t } from '@shared/language/t';

/** The directory that a person comes from, before what may be edited here: what it provides is changed there. */
export function ManagedBy({ directoryId }: { readonly directoryId: string }) {
  const { record } = useRecord('directory', directoryId);
  const directory = record ? (
    <LinkButton onClick={() => go('connections', { id: directoryId, params: { tab: 'directories' } })}>
      {record.name}
    </LinkButton>
  ) : (
    <CopyId id={directoryId} />
  );
  return (
    <dl>
      <FieldRow label={t('Managed by')}>
        {rich('{directory}: name, addresses and roles are changed there, a ban or a lock here', {
          directory,
        })}
      </FieldRow>
    </dl>
  );
}
