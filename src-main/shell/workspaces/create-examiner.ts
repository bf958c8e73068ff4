import { dirname, join } from 'node:path';
import { failed, fine, type Tell } from '@main/doctor/checks';
import { examineDisk, examineFolder, openingCheck } from '@main/doctor/examine-folder';
import { examineVersions } from '@main/doctor/examine-versions';
import { type Findings, makeReport, type Report } from '@main/doctor/make-report';
import { bindVault } from '@main/workspace/bind-vault';
import { listWorkspaces } from '@main/workspace/list-workspaces';
import { lockedWorkspace } from '@main/workspace/lock/locked-workspace';
import { unlockWorkspace } from '@main/workspace/unlock-workspace';
import type { Keyring } from '@main/workspace/vault/keyring';
import type { Unlocking } from '@main/workspace/vault/protection';
import { labelOf, type Workspace } from '@main/workspace/workspace';
import type { DoctorCheck } from '@shared/contract/doctor';
import { type Failure, failure, type Result, success } from '@shared/contract/failure';
import type { EngineStatus } from '@shared/contract/status';
import type { WorkspaceId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import type { ForkEngine } from '../engine/ask-in-process';
import { examineInProcess } from '../engine/examine-in-process';
import type { OpenedWorkspace } from './opened-workspace';

interface ExaminerParts {
  /** The folder that holds a folder for each workspace. */
  readonly root: string;
  readonly keyring: Keyring | null;
  readonly unlocking: (passphrase: string | undefined) => Unlocking;
  readonly forkEngine: ForkEngine;
  /** One after the other with all that opens and closes workspaces. */
  readonly inTurn: <T>(work: () => Promise<T>) => Promise<T>;
  readonly opened: () => OpenedWorkspace | null;
  /** This program's. */
  readonly version: string;
  readonly now: () => number;
}

export interface ToExamine {
  /** A workspace; left out: this machine, and whether its workspaces can be read. */
  readonly id?: WorkspaceId | undefined;
  readonly passphrase?: string | undefined;
}

interface Run {
  readonly name: string;
  readonly tell: Tell;
  readonly signal: AbortSignal;
  readonly found: DoctorCheck[];
  seen: Omit<Findings, 'checks'>;
}

/**
 * Examinations of the window, one at a time: each check is told as it is made, and what the last one found is kept for a report.
 * `stop` ends the one of a closed workspace.
 */
export function createExaminer(parts: ExaminerParts) {
  const { root, keyring, unlocking, forkEngine, inTurn, opened, version, now } = parts;
  let under = new AbortController();
  let last: Run | null = null;

  /** Locks, unlocks and examines a workspace that nobody has open; gives it free again. */
  async function closed(known: Workspace, passphrase: string | undefined, run: Run) {
    const { tell, signal } = run;
    const { directory } = known;
    const told = (failure: Failure): Result<null> => {
      tell(failed(openingCheck[failure.code] ?? 'key', failure));
      return success(null);
    };
    const locked = await lockedWorkspace(known);
    if (!locked.ok) return told(locked.error);
    const { workspace, lock } = locked.value;
    try {
      tell(fine('lock', t('nobody else has it open')));
      const secrets = await unlockWorkspace(workspace, unlocking(passphrase));
      if (!secrets.ok) return told(secrets.error);
      tell(fine('key', t('it opens')));
      const bound = await bindVault(workspace, secrets.value, unlocking(passphrase));
      const { url } = bound.info;
      const start = { directory, ...secrets.value, url, workspace: labelOf(bound.info) };
      return await examineInProcess(forkEngine, start, tell, signal);
    } finally {
      await lock.release();
    }
  }

  async function examine({ id, passphrase }: ToExamine, run: Run): Promise<Result<EngineStatus | null>> {
    const { tell } = run;
    examineVersions(version, tell);
    if (id === undefined) return machine({ root, keyring }, tell);
    const workspace = await examineFolder(join(root, id), tell);
    if (workspace === null) return success(null);
    run.seen = { ...run.seen, workspace: workspace.info };
    const open = opened();
    if (open?.info.id !== id) return closed(workspace, passphrase, run);
    tell(fine('lock', t('this window has it open')));
    tell(fine('key', t('it opens')));
    return open.examine(tell);
  }

  return {
    stop: (): void => under.abort(),
    /** `name`: of this examination, for `report`. */
    async examine(name: string, which: ToExamine, tell: Tell): Promise<Result<null>> {
      under.abort();
      under = new AbortController();
      const run = begin(name, now(), tell, under.signal);
      last = run;
      // Of an open one its engine is asked, which goes on meanwhile; a closed one is locked as long.
      const examined = await (opened()?.info.id === (which.id ?? null)
        ? examine(which, run)
        : inTurn(() => examine(which, run)));
      if (!examined.ok) {
        run.found.push(failed('engine', examined.error));
        return examined;
      }
      run.seen = { ...run.seen, status: examined.value };
      return success(null);
    },
    /** What the examination of this name found, for somebody else; only the last one's is kept. */
    report(name: string): Result<Report> {
      if (last?.name !== name) return notKept();
      const { seen, found: checks } = last;
      return success(makeReport({ ...seen, checks }));
    },
  };
}

/** All that is told of it is kept as well. */
function begin(name: string, madeAt: number, tell: Tell, signal: AbortSignal): Run {
  const found: DoctorCheck[] = [];
  const keep: Tell = (check) => {
    found.push(check);
    tell(check);
  };
  return { name, tell: keep, signal, found, seen: { workspace: null, status: null, madeAt } };
}

function notKept(): Result<never> {
  return failure('invalid-input', t('What this examination found is not kept any more.'), t('Look again.'));
}

/** What every workspace of this profile stands on, and which of them cannot be read. */
async function machine(
  { root, keyring }: Pick<ExaminerParts, 'root' | 'keyring'>,
  tell: Tell,
): Promise<Result<null>> {
  await examineDisk(dirname(root), tell);
  tell(
    fine(
      'key',
      keyring === null ? t('no system keyring: a passphrase protects keys') : t('the system keyring'),
    ),
  );
  const listed = await listWorkspaces(root);
  if (!listed.ok) tell(failed('workspace', listed.error));
  else {
    tell(
      fine(
        'workspace',
        t('{count, number} on this machine can be read', { count: listed.value.workspaces.length }),
      ),
    );
    for (const broken of listed.value.broken) tell(failed('workspace', broken.failure));
  }
  return success(null);
}
