import { useRecord } from '@renderer/bridge/use-record';
import { go } from '@renderer/state/use-route';
import { CopyId } from '@renderer/ui/controls/copy-id';
import { LinkButton } from '@renderer/ui/controls/link-button';

/** The directory that a person comes from: what it provides is changed there, not here. */
export function DirectoryNote({ id }: { readonly id: string }) {
  const { record } = useRecord('directory', id);
  return (
    <>
      {record === null || record === undefined ? (
        <CopyId id={id} />
      ) : (
        <LinkButton onClick={() => go('connections', { id, params: { tab: 'directories' } })}>
          {record.name}
        </LinkButton>
      )}{' '}
      (directory: change name, roles and access there)
    </>
  );
}
