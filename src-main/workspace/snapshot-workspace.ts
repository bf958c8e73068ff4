import { failure, type Result, success } from '@shared/contract/failure';
import type { SnapshotFacts } from '@shared/contract/snapshot';
import type { WorkspaceId } from '@shared/domain/ids';
import { dayMs } from '@shared/domain/utc-day';
import { t } from '@shared/language/t';
import { isThere, readIfThere } from './if-there';
import { newDatabaseKey } from './new-database-key';
import { wrapSecrets } from './vault/wrap-secrets';
import { vaultTarget } from './vault-target';
import type { Workspace } from './workspace';
import { workspacePaths } from './workspace-paths';
import { workspaceText } from './workspace-text';
import { writeFileAtomic } from './write-file-atomic';

/** How far a machine's clock may be behind the one that made a snapshot, ms. */
const clockSlack = dayMs;

/** The key of a new snapshot, and the label that its file carries: `workspace.json` under a passphrase of its own, without any other key. */
export async function snapshotLabel(
  { directory, info }: Workspace,
  id: WorkspaceId,
  facts: SnapshotFacts,
  passphrase: string,
): Promise<Result<{ readonly key: string; readonly label: string }>> {
  const { scenario, environment, url, name, service } = info;
  const copy = {
    id,
    name: facts.organization === null ? name : `${facts.organization.name} (${name})`,
    scenario,
    kind: 'snapshot',
    environment,
    url,
    protection: 'passphrase',
    createdAt: facts.madeAt,
    snapshot: facts,
    ...(service && { service }),
  } as const;
  const target = vaultTarget({ directory, info: copy });
  const key = newDatabaseKey();
  const secrets = { databaseKey: key, apiKey: '', bound: target.bound };
  const vault = await wrapSecrets(secrets, { kind: 'passphrase', passphrase }, target);
  return vault.ok ? success({ key, label: workspaceText({ info: copy }, vault.value) }) : vault;
}

/**
 * Whether a workspace may be opened at that time (ms): a snapshot ends, and does not open by a clock that stands before it was made, or
 * before it was opened here last.
 *
 * @param seen the latest time at which it was opened here, or tried to be; 0 for never
 */
export function opensAt(
  { info: { kind, snapshot } }: Pick<Workspace, 'info'>,
  now: number,
  seen: number,
): Result<null> {
  if (kind !== 'snapshot') return success(null);
  if (snapshot === undefined) {
    return failure(
      'disk-error',
      t('workspace.json of this snapshot does not say what it is. Nothing was opened.'),
      t('Restore the snapshot from its file again.'),
    );
  }
  const { madeAt, expiresAt } = snapshot;
  if (expiresAt !== 0 && now >= expiresAt) {
    return failure(
      'expired',
      t('This snapshot ended on {expiresAt}. Nothing was opened.', { expiresAt: day(expiresAt) }),
      t('Ask who made it for a new one, and forget this one.'),
    );
  }
  if (expiresAt !== 0 && now < seen - clockSlack) {
    return failure(
      'expired',
      t(
        'The clock of this machine says {now}, and said {seen} when this snapshot was opened here: it was set back. It ends on {expiresAt}. Nothing was opened.',
        { now: day(now), seen: day(seen), expiresAt: day(expiresAt) },
      ),
      t('Set the clock. If it was wrong before, restore the snapshot from its file again.'),
    );
  }
  if (now < madeAt - clockSlack) {
    return failure(
      'expired',
      t(
        'The clock of this machine says {now}, and this snapshot was made on {madeAt}: whether it has ended cannot be told. Nothing was opened.',
        { now: day(now), madeAt: day(madeAt) },
      ),
      t('Set the clock, then open it again.'),
    );
  }
  return success(null);
}

/**
 * The latest time (ms) at which a snapshot that ends was opened here, that of now kept for the next time. Only of one that lies in its
 * folder already; where nothing can be written (a read-only disk), it is as if it had never been opened. Throws errors of the disk where it cannot be read.
 */
export async function seenUntil({ directory, info }: Workspace, now: number): Promise<number> {
  if (info.kind !== 'snapshot' || !info.snapshot?.expiresAt) return 0;
  const { file, seen } = workspacePaths(directory);
  if (!(await isThere(file))) return 0;
  const before = Number(await readIfThere(seen)) || 0;
  if (now > before) await writeFileAtomic(seen, String(now)).catch(() => undefined);
  return before;
}

/** How often the time is kept while a snapshot is open, ms. */
const keptEvery = 3_600_000;

/** Whether an open snapshot has ended at a time (ms); the time is kept for its next opening. Of any other workspace: never. */
export function endOf(workspace: Workspace): (now: number) => boolean {
  const expiresAt = workspace.info.snapshot?.expiresAt ?? 0;
  let kept = 0;
  return (now) => {
    if (expiresAt === 0) return false;
    const hasEnded = now >= expiresAt;
    if (hasEnded || now >= kept + keptEvery) {
      kept = now;
      // Not kept this time: it is the next time, an hour later.
      seenUntil(workspace, now).catch(() => undefined);
    }
    return hasEnded;
  };
}

const day = (at: number): string => new Date(at).toISOString().slice(0, 10);
