import { shell } from '@renderer/bridge/shell';
import { type CopiesOf, newestFirst } from '@shared/contract/ask-parts';
import { type Result, success } from '@shared/contract/failure';
import { copiedAt } from '@shared/contract/pool-copies';
import { peoplesCopies } from '@shared/contract/pool-of';

/** Reads which copies of the open platform's pools there are; each is asked in a process of its own. The passphrase is for those that have one. */
export async function readCopies(passphrase: string): Promise<Result<CopiesOf>> {
  const [known, workspaces] = await Promise.all([shell.call('poolCopies', {}), shell.call('workspaces', {})]);
  if (!known.ok) return known;
  if (!workspaces.ok) return workspaces;
  const locked = new Set(
    workspaces.value.flatMap(({ id, protection }) => (protection === 'passphrase' ? [id] : [])),
  );
  const infos = new Map(workspaces.value.map((info) => [info.id, info]));
  const copies = peoplesCopies(
    known.value.copies,
    ({ id }) => infos.get(id) ?? { environment: 'production' },
  );
  return success(
    newestFirst(
      copies.map((copy) => {
        const { id, applicationId: of } = copy;
        return {
          ...{ of, workspaceId: id, asOf: copiedAt(copy) },
          ask: (order) => shell.call('reviewPool', { id, order, ...(locked.has(id) && { passphrase }) }),
        };
      }),
    ),
  );
}
