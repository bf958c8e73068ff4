import type { CapabilityName } from '@shared/domain/capabilities';
import { t } from '@shared/language/t';
import { useLack, useLacks } from './capabilities';
import { useWorkspace } from './use-session';

/** Why nothing can be edited here, as a text for a tooltip; null where all can. */
export function useReadOnly(): string | null {
  const kind = useWorkspace()?.kind;
  return kind === 'snapshot' ? t('This is a snapshot: it is read only.') : null;
}

/** Why each of many things cannot be made or changed here; null where it can. */
export function useEditLacks(): (name: CapabilityName) => string | null {
  const readOnly = useReadOnly();
  const lackOf = useLacks();
  return (name) => readOnly ?? lackOf(name);
}

/** Why something cannot be made or changed here: nothing can, or what it needs is not there. */
export function useEditLack(needs: readonly CapabilityName[] = []): string | null {
  const readOnly = useReadOnly();
  const lack = useLack(needs);
  return readOnly ?? lack;
}
