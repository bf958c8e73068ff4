import {
  available,
  type Capabilities,
  type Capability,
  type CapabilityName,
} from '@shared/domain/capabilities';
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
