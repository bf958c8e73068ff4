import type { Failure, FailureCode } from '@shared/contract/failure';
import type { ApplyReport } from '@shared/contract/plan';

/** Exit codes of the command line; `docs/cli.md` lists them. */
export const exitCodes = {
  done: 0,
  internal: 1,
  usage: 2,
  unreachable: 3,
  keyRefused: 4,
  conflicts: 5,
  refused: 6,
  openElsewhere: 7,
  locked: 8,
  damaged: 9,
  disk: 10,
} as const;

const byFailure: Readonly<Record<FailureCode, number>> = {
  offline: exitCodes.unreachable,
  certificate: exitCodes.unreachable,
  redirected: exitCodes.unreachable,
  'proxy-login': exitCodes.unreachable,
  'not-the-service': exitCodes.unreachable,
  timeout: exitCodes.unreachable,
  'rate-limited': exitCodes.unreachable,
  'service-error': exitCodes.unreachable,
  'malformed-answer': exitCodes.unreachable,
  incomplete: exitCodes.unreachable,
  'key-refused': exitCodes.keyRefused,
  'other-instance': exitCodes.keyRefused,
  forbidden: exitCodes.keyRefused,
  refused: exitCodes.refused,
  limit: exitCodes.refused,
  'last-admin': exitCodes.refused,
  'directory-managed': exitCodes.refused,
  'in-use': exitCodes.refused,
  'not-approved': exitCodes.refused,
  conflict: exitCodes.conflicts,
  'stale-plan': exitCodes.conflicts,
  'invalid-input': exitCodes.usage,
  'unfit-value': exitCodes.usage,
  'not-found': exitCodes.usage,
  'workspace-missing': exitCodes.usage,
  busy: exitCodes.openElsewhere,
  'workspace-open-elsewhere': exitCodes.openElsewhere,
  'wrong-passphrase': exitCodes.locked,
  'wrong-key': exitCodes.locked,
  'address-changed': exitCodes.locked,
  expired: exitCodes.locked,
  'read-only': exitCodes.refused,
  'newer-version': exitCodes.damaged,
  'no-keyring': exitCodes.locked,
  'new-passphrase': exitCodes.locked,
  'database-damaged': exitCodes.damaged,
  'not-encrypted': exitCodes.damaged,
  'disk-full': exitCodes.disk,
  'disk-read-only': exitCodes.disk,
  'disk-error': exitCodes.disk,
  'update-refused': exitCodes.refused,
  'engine-stopped': exitCodes.internal,
  internal: exitCodes.internal,
};

export function exitCodeOf(code: FailureCode): number {
  return byFailure[code];
}

/** 0 where nothing failed, else that of the first failure. */
export function firstExitCode(tried: readonly { readonly failure: Pick<Failure, 'code'> | null }[]): number {
  const failed = tried.find(({ failure }) => failure !== null)?.failure;
  return failed ? exitCodeOf(failed.code) : exitCodes.done;
}

/** The exit code of staging: a value that nothing could take is wrong input; what a rule forbids is refused. */
export function stageExitCode(rejected: readonly { readonly failure: Pick<Failure, 'code'> }[]): number {
  if (rejected.length === 0) return exitCodes.done;
  return rejected.some(({ failure }) => failure.code === 'unfit-value') ? exitCodes.usage : exitCodes.refused;
}

/**
 * The exit code of a run. What cut it short comes first, as all else may change with the next run; then what was refused,
 * what collides, and what was not sent or is of unknown fate: a script that sees 0 may rely on nothing being left.
 */
export function applyExitCode({ stoppedBy, refused, conflicts, unknown, left, waves }: ApplyReport): number {
  if (stoppedBy !== null) return exitCodeOf(stoppedBy.code);
  if (refused > 0) return exitCodes.refused;
  if (conflicts > 0) return exitCodes.conflicts;
  // Waves that were not begun, as was asked for: whether they go is left to decide.
  if (unknown === 0 && waves.some(({ end }) => end === 'not-sent')) return exitCodes.conflicts;
  return unknown + left > 0 ? exitCodes.unreachable : exitCodes.done;
}
