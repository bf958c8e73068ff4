import { createHash } from 'node:crypto';
import { weightOf } from '@shared/domain/reconcile/plan-units';
import type { PlanFacts } from '@shared/domain/rules/plan-facts';

/**
 * Hash of the state that a plan is made from: the intents, the rows that they touch, the roles, what the order of waves
 * goes by, what is not approved, and what its dry run refused.
 */
export function planHash({ intents, rows, customers, roles, unapproved, dryRunRefusals }: PlanFacts): string {
  const hash = createHash('sha256');
  for (const { id, state, action } of [...intents].sort((a, b) => a.seq - b.seq))
    hash.update(`${id} ${state} ${JSON.stringify(action)}\n`);
  for (const [key, row] of [...rows].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${key} ${row.sync.hash} ${row.state === 'gone'}\n`);
  for (const [key, { permissionKeys }] of [...roles].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`${key} ${permissionKeys.join(' ')}\n`);
  for (const [id, row] of [...(customers ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`customer ${id} ${JSON.stringify(weightOf(row))}\n`);
  if (unapproved !== null) hash.update(`unapproved ${[...unapproved].sort().join(' ')}\n`);
  for (const [id, said] of [...(dryRunRefusals ?? [])].sort(([a], [b]) => (a < b ? -1 : 1)))
    hash.update(`dry-run ${id} ${said}\n`);
  return hash.digest('hex');
}
