import type { HistoryEntry } from '../history-entry';
import type { RecordId } from '../ids';
import type { JsonValue } from '../json';

/** A membership got, changed or lost its role at a point of the chain; null where it had none. */
export interface RoleMove {
  readonly seq: number;
  readonly before: JsonValue;
  readonly after: JsonValue;
}

export interface HeldRoles {
  /** How many memberships hold each role now, by its key. */
  readonly holders: ReadonlyMap<string, number>;
  /** Keys of the roles now, by id. */
  readonly keys: ReadonlyMap<RecordId, string>;
  /** What became of the roles of these memberships, newest first: at least as far back as `entries`. */
  readonly moves: readonly RoleMove[];
  /** Everything that happened to roles, newest first. */
  readonly entries: readonly HistoryEntry[];
}

/**
 * What happened to roles while some membership held them: from when it got the role until it lost it. Pure. Goes back from
 * now, and takes back what lies between:
 *
 *     now: 1 member ── 9 member lost "invite" ── 8 viewer -> member ── 7 viewer gained "export" ── 6 member gained …
 *                      told                      now: 1 viewer         told                        not told
 */
export function entriesOfHeldRoles({ holders, keys, moves, entries }: HeldRoles): readonly HistoryEntry[] {
  const held = new Map<JsonValue, number>(holders);
  const named = new Map<RecordId, JsonValue>(keys);
  const count = (role: JsonValue, by: number): void => {
    held.set(role, (held.get(role) ?? 0) + by);
  };
  let taken = 0;
  return entries.filter(({ seq, recordId, fields }) => {
    for (let move = moves[taken]; move !== undefined && move.seq > seq; move = moves[++taken]) {
      count(move.after, -1);
      count(move.before, 1);
    }
    const renamed = fields.find(({ field }) => field === 'key');
    const names = renamed === undefined ? [named.get(recordId)] : [renamed.before, renamed.after];
    if (renamed !== undefined) named.set(recordId, renamed.before);
    return names.some((name) => typeof name === 'string' && (held.get(name) ?? 0) > 0);
  });
}
