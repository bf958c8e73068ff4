import {
  available,
  type Capabilities,
  type Capability,
  type CapabilityName,
} from '@shared/domain/capabilities';
import type { EntityName } from '@shared/domain/entity';
import { useStatus } from './status-context';

/** Whether the service has something; what is not known yet counts as there. */
export function useCapability(name: CapabilityName): Capability {
  return useStatus()?.capabilities[name] ?? available;
}

/** Why each of many things cannot be done here; null where it can. */
export function useLacks(): (name: CapabilityName) => string | null {
  const capabilities = useStatus()?.capabilities;
  return (name) => lackIn(capabilities, name);
}

const lackIn = (capabilities: Capabilities | undefined, name: CapabilityName): string | null => {
  const capability = capabilities?.[name] ?? available;
  return capability.state === 'available' ? null : `${capability.reason} ${capability.next}`;
};

/** Why something cannot be done here, as a text for its tooltip: what it needs is not there. Null when all of it is. */
export function useLack(needs: readonly CapabilityName[] = []): string | null {
  const lackOf = useLacks();
  for (const name of needs) {
    const lack = lackOf(name);
    if (lack !== null) return lack;
  }
  return null;
}

/** A screen or a part of one, by what it is about. */
interface Room {
  /** What its lists hold. */
  readonly shows: readonly EntityName[];
  readonly needs?: readonly CapabilityName[];
}

/**
 * Why a room can hold nothing: the service has nothing of what it needs, or of all that it shows. Null where there is some, or where
 * nobody knows of none. Pure.
 */
export function reasonsForNone(
  capabilities: Capabilities | undefined,
  { shows, needs = [] }: Room,
): string | null {
  const missing = (names: readonly CapabilityName[]): readonly string[] =>
    names.flatMap((name) => {
      const capability = capabilities?.[name] ?? available;
      return capability.state === 'missing' ? [capability.reason] : [];
    });
  const none = missing(shows.map((entity) => `list.${entity}` as const));
  const reasons = none.length > 0 && none.length === shows.length ? none : missing(needs);
  return reasons.length === 0 ? null : reasons.join(' ');
}

export function useReasonsForNone(room: Room): string | null {
  return reasonsForNone(useStatus()?.capabilities, room);
}
