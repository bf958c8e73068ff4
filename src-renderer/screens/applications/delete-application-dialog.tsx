import { useWholeList } from '@renderer/bridge/use-list';
import { RemoveDialog } from '@renderer/screens/kit/remove-dialog';
import { useSession } from '@renderer/state/use-session';
import type { Application } from '@shared/domain/records/record-map';
import { lossOf } from './loss-of';

/** Names what is lost with an application, then stages its deletion. */
export function DeleteApplicationDialog({
  record,
  onClose,
}: {
  readonly record: Application;
  readonly onClose: () => void;
}) {
  const { rows } = useWholeList('domain', {
    where: [{ field: 'applicationId', op: 'eq', value: record.id }],
  });
  const isCopied = useSession(({ workspaces }) =>
    workspaces.some(({ platform }) => platform?.applicationId === record.id),
  );
  const domains = rows?.filter(({ staged }) => staged?.verb !== 'create').map(({ name }) => name);
  return (
    <RemoveDialog
      entity="application"
      rows={[record]}
      removal={lossOf(record, domains, isCopied)}
      onClose={onClose}
    />
  );
}
