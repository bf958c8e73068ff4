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

/** Why none of these lists can hold anything: the service has no such things. Null where it has one of them, or is not known to lack it. */
export function useReasonsForNone(entities: readonly EntityName[]): string | null {
  const capabilities = useStatus()?.capabilities;
  const reasons = entities.flatMap((entity) => {
    const capability = capabilities?.[`list.${entity}`] ?? available;
    return capability.state === 'missing' ? [capability.reason] : [];
  });
  return reasons.length === 0 || reasons.length < entities.length ? null : reasons.join(' ');
}
