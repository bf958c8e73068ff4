import type { Engine } from '@main/engine/engine';
import { failure, type Result, success } from '@shared/contract/failure';
import type { OutputOf } from '@shared/contract/operations';
import type { CustomerRow } from '@shared/domain/limits/customer';
import { pushDrafts } from '@shared/domain/limits/push';
import { customerLevels } from '@shared/domain/limits/usage';
import { exitCodeOf, stageExitCode } from './exit-code';

export interface LimitOptions {
  readonly count?: boolean;
  readonly only?: string;
  readonly push?: boolean;
}

interface LimitReport {
  readonly customers: readonly CustomerRow[];
  readonly counted?: OutputOf<'countCustomers'>;
  readonly pushed?: OutputOf<'stage'>;
}

/** Customers by what their plans give them; counted anew and pushed where that is asked for. */
export async function limits(
  engine: Engine,
  { count, only, push }: LimitOptions,
): Promise<Result<LimitReport>> {
  const level = customerLevels.find((each) => each === only);
  if (only !== undefined && level === undefined)
    return failure('invalid-input', `There is no level "${only}".`, `Choose ${customerLevels.join(', ')}.`);
  const counted = count ? await engine.call('countCustomers', {}) : null;
  if (counted?.ok === false) return counted;
  const read = await engine.call('customers', {});
  if (!read.ok) return read;
  const customers = read.value.filter(
    ({ limits: rows }) => level === undefined || rows.some((row) => row.level === level),
  );
  const drafts = push ? pushDrafts(customers) : [];
  const pushed = drafts.length > 0 ? await engine.call('stage', { drafts: [...drafts] }) : null;
  if (pushed?.ok === false) return pushed;
  return success({
    customers,
    ...(counted && { counted: counted.value }),
    ...(pushed && { pushed: pushed.value }),
  });
}

/** What could not be counted comes first: the rest follows from figures that are older than asked for. */
export function limitsExitCode({ counted, pushed }: LimitReport): number {
  const [failed] = counted?.failed ?? [];
  return failed === undefined ? stageExitCode(pushed?.rejected ?? []) : exitCodeOf(failed.failure.code);
}
