import type { Store } from '@main/store/store';
import type { CompareQuery, Comparison } from '@shared/contract/history';
import { addOlder, isLasting, type NetChange, settled } from '@shared/domain/history/net-change';
import { isMembership } from '@shared/domain/rules/asks';
import { adminChanges } from './admin-changes';
import { seqAt } from './seq-at';
import { walkHistory } from './walk-history';

/** Net changes of every record between two moments, latest first, and who gained or lost admin. */
export async function compareMoments(store: Store, query: CompareQuery): Promise<Comparison> {
  const { from, to, entity, organizationId, limit } = query;
  const span = { after: await seqAt(store, from), upTo: await seqAt(store, to) };
  const scope = { ...(entity && { entity }), ...(organizationId !== undefined && { organizationId }) };
  const nets = new Map<string, NetChange>();
  for await (const entry of walkHistory(store, scope, span)) {
    const key = `${entry.entity}/${entry.recordId}`;
    nets.set(key, addOlder(nets.get(key), entry));
  }
  const lasting = [...nets.values()].map(settled).filter(isLasting);
  const admins =
    entity === undefined || isMembership(entity) ? await adminChanges(store, span, organizationId) : [];
  return {
    from,
    to,
    changes: lasting
      .slice(0, limit)
      .map((net) => ({ ...net, fields: [...net.fields], sources: [...net.sources] })),
    total: lasting.length,
    admins: admins.slice(0, limit),
    adminsTotal: admins.length,
  };
}
