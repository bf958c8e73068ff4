import { useRecord } from '@renderer/bridge/use-record';
import { go } from '@renderer/state/use-route';
import { CopyId } from '@renderer/ui/controls/copy-id';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { rich } from '@renderer/ui/text/rich';

/** The directory that a person comes from: what it provides is changed there, not here. */
export function DirectoryNote({ id }: { readonly id: string }) {
  const { record } = useRecord('directory', id);
  const directory =
    record === null || record === undefined ? (
      <CopyId id={id} />
    ) : (
      <LinkButton onClick={() => go('connections', { id, params: { tab: 'directories' } })}>
        {record.name}
      </LinkButton>
    );
  return rich('{directory} (directory: change name, roles and access there)', { directory });
}
