import { keepUnpaid, settingWritten } from '@main/store/unpaid-settings';
import { isSendable } from '@shared/domain/reconcile/draft-step';
import { draftSteps } from '@shared/domain/reconcile/draft-steps';
import type { PlanFacts } from '@shared/domain/rules/plan-facts';
import { recordKey } from '@shared/domain/rules/staging-world';
import { inParallel } from '@shared/in-parallel';
import type { ReconcileContext } from '../service/reconcile-context';
import { remoteCall } from '../service/remote-call';

/** Dry runs at once. */
const width = 6;

/**
 * Asks the service what it would refuse, where it has a dry run: by intent, in its own words. What cannot be asked now, or
 * not at all, the sending itself will show.
 */
export async function dryRun(
  { port, store, now }: ReconcileContext,
  facts: PlanFacts,
): Promise<ReadonlyMap<string, string>> {
  const refusals = new Map<string, string>();
  if (port.tryOut === undefined) return refusals;
  const said = new Map<string, boolean>();
  const sendable = draftSteps(facts).steps.filter(isSendable);
  await inParallel(sendable, width, async ({ intent }) => {
    const row = facts.rows.get(recordKey(intent.entity, intent.recordId));
    const tried = row && (await port.tryOut?.(remoteCall(intent, row)));
    if (!tried) return;
    const key = settingWritten(intent);
    const unpaid = !tried.ok && tried.failure.status === 402;
    // Whichever answer comes last: one that was refused is not taken back by another.
    if (key !== undefined && (tried.ok || unpaid)) said.set(key, unpaid || said.get(key) === true);
    if (tried.ok) return;
    const { kind, message } = tried.failure;
    if (kind === 'invalid' || kind === 'forbidden') refusals.set(intent.id, message);
  });
  await keepUnpaid(store, said, now());
  return refusals;
}
