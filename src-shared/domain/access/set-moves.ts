import type { Intent } from '../intent';
import { isJsonArray, type JsonValue } from '../json';
import type { AccessMember, AccessPlace } from './access-facts';

/** What staged acts on one role set do to the members of its organizations. */
export interface SetMove {
  /** Key of the role set. */
  readonly setKey: string;
  /** Key of the set that its organizations use instead; the same where it stays. */
  readonly instead: string;
  /** Roles by the roles they replace. */
  readonly roles: ReadonlyMap<string, string>;
}

/** The moves that staged acts on role sets come to, in the order of staging; `keys`: of the sets, by their ids. */
export function setMoves(keys: ReadonlyMap<string, string>, intents: readonly Intent[]): readonly SetMove[] {
  return intents
    .toSorted((a, b) => a.seq - b.seq)
    .flatMap(({ recordId, action }): readonly SetMove[] => {
      const setKey = keys.get(recordId);
      if (action.verb !== 'perform' || setKey === undefined) return [];
      const { from, to, by, mappings } = action.values;
      if (action.operation === 'replaceRole')
        return [{ setKey, instead: setKey, roles: new Map([[String(from), String(to)]]) }];
      return action.operation === 'replace'
        ? [{ setKey, instead: String(by), roles: pairsOf(mappings) }]
        : [];
    });
}

function pairsOf(value: JsonValue | undefined): ReadonlyMap<string, string> {
  if (value === null || typeof value !== 'object' || isJsonArray(value)) return new Map();
  return new Map(Object.entries(value).map(([from, to]) => [from, String(to)]));
}

/** The organization as it is once the moves were made. */
export function movedPlace<P extends Pick<AccessPlace, 'roleSetKey'>>(
  moves: readonly SetMove[],
  place: P,
): P {
  const roleSetKey = moves.reduce(
    (key, move) => (move.setKey === key ? move.instead : key),
    place.roleSetKey,
  );
  return roleSetKey === place.roleSetKey ? place : { ...place, roleSetKey };
}

/** A member as they are once the moves were made; `setKey`: of their organization, before them. */
export function movedMember<M extends Pick<AccessMember, 'role'>>(
  moves: readonly SetMove[],
  member: M,
  setKey: string,
): M {
  let [role, key] = [member.role, setKey];
  for (const move of moves) {
    if (move.setKey !== key) continue;
    role = move.roles.get(role) ?? role;
    key = move.instead;
  }
  return role === member.role ? member : { ...member, role };
}
