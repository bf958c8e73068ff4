import { available, type Capability, type CapabilityName } from '@shared/domain/capabilities';
import { useStatus } from './status-context';

/** Whether the service has something; what is not known yet counts as there. */
export function useCapability(name: CapabilityName): Capability {
  return useStatus()?.capabilities[name] ?? available;
}

/** Why something cannot be done here, as a text for its tooltip: what it needs is not there. Null when all of it is. */
export function useLack(needs: readonly CapabilityName[] = []): string | null {
  const capabilities = useStatus()?.capabilities;
  for (const name of needs) {
    const capability = capabilities?.[name] ?? available;
    if (capability.state !== 'available') return `${capability.reason} ${capability.next}`;
  }
  return null;
}
