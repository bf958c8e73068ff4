import { CopyId } from '../controls/copy-id';
import { FieldRow } from './field-row';

/** An id in a list of facts, to be copied; nothing where there is none. */
export function IdRow({ label, id }: { readonly label: string; readonly id: string | null | undefined }) {
  if (!id) return null;
  return (
    <FieldRow label={label}>
      <CopyId id={id} />
    </FieldRow>
  );
}
