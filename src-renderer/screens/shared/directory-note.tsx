import { CopyId } from '@renderer/ui/controls/copy-id';

/** The directory that a person comes from: what it provides is changed there, not here. */
export function DirectoryNote({ id }: { readonly id: string }) {
  return (
    <>
      <CopyId id={id} /> (directory: change name, roles and access there)
    </>
  );
}
