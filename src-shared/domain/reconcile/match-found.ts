import type { Intent } from '../intent';
import type { JsonObject } from '../json';
import type { RemoteRecord } from '../records/record-map';
import { rulesOf } from '../rules/rules-of';
import { droppedFields } from './dropped-fields';

/** What a record found after a lost answer is. */
export type FoundMatch =
  /** Ours beyond doubt: every value sent, the creator, and made while we sent. */
  | { readonly kind: 'ours'; readonly record: RemoteRecord }
  /** Somebody else's doing that fulfils the wish: the same person or address, in the same role. */
  | { readonly kind: 'there'; readonly record: RemoteRecord }
  /** It may be ours or not: the admin is asked. */
  | { readonly kind: 'doubt'; readonly record: RemoteRecord }
  | { readonly kind: 'none' };

/** The service tells whole seconds, ms. */
const early = 5_000;
/** A request is given up after 30 s; it may still arrive, ms. */
const late = 60_000;
/** A namesake made later than this after sending is nobody's question, ms. */
const doubtful = 10 * 60_000;

/**
 * Tells ours from another's among records that bear the marks of a creation (slug, or name; person; address; key), newest
 * first. Nothing is taken for ours that does not match in every value sent and in who created it, and was not made within
 * seconds of one of the sendings by the service's own clock. Pure.
 *
 * @param sentAt when it was sent, by the service's clock, ms since 1970; 0 where the service told no time
 */
export function matchFound(
  intent: Pick<Intent, 'entity' | 'action'>,
  values: JsonObject,
  sentAt: readonly number[],
  found: readonly RemoteRecord[],
): FoundMatch {
  const { shared, unique, shows } = rulesOf(intent.entity);
  const alike = (record: RemoteRecord): boolean =>
    droppedFields(intent, null, record).length === 0 &&
    sameCreator(values, record) &&
    shows?.(values, record) !== false;
  const ours = found.find((record) => alike(record) && within(record, sentAt, late));
  if (ours !== undefined) return { kind: 'ours', record: ours };
  if (shared) {
    const there = found.find((record) => isLive(record) && alike(record));
    if (there !== undefined) return { kind: 'there', record: there };
    // Ended since, or long ago: a list without times does not tell, and what somebody ended is not made again unasked.
    const ended = found.find((record) => !('createdAt' in record) && alike(record));
    return ended === undefined ? { kind: 'none' } : { kind: 'doubt', record: ended };
  }
  const doubt = found.find((record) => unique(values) || within(record, sentAt, doubtful));
  return doubt === undefined ? { kind: 'none' } : { kind: 'doubt', record: doubt };
}

/** Without a service's time nothing is proven, and nothing ruled out. */
function within(record: RemoteRecord, sentAt: readonly number[], after: number): boolean {
  const times = sentAt.filter((time) => time > 0);
  if (times.length === 0) return after === doubtful;
  const at = 'createdAt' in record ? record.createdAt : 0;
  return times.some((time) => at >= time - early && at <= time + after);
}

function sameCreator({ createdBy = '' }: JsonObject, record: RemoteRecord): boolean {
  return !('createdBy' in record) || record.createdBy === createdBy;
}

function isLive(record: RemoteRecord): boolean {
  return !('status' in record) || record.status === 'pending';
}
