import { setParams, useRoute } from '@renderer/state/use-route';
import { useScope } from '@renderer/state/use-scope';
import type { AccessMoment } from '@shared/contract/access';
import { t } from '@shared/language/t';

export const accessTabs = [
  { value: 'why', label: t('Why') },
  { value: 'what', label: t('What they can') },
  { value: 'who', label: t('Who can') },
  { value: 'difference', label: t('Difference') },
  { value: 'assertions', label: t('Assertions') },
] as const;
export type AccessTab = (typeof accessTabs)[number]['value'];

/** What the screen is asked, as it stands in the address; '' for what is not chosen. */
export interface AccessParams {
  readonly tab: AccessTab;
  readonly person: string;
  /** Id of an organization. */
  readonly org: string;
  /** Key of a permission. */
  readonly permission: string;
  /** Key of a role. */
  readonly role: string;
  readonly when: AccessMoment;
}

export function useAccessParams(): AccessParams {
  const { tab, person = '', org, permission = '', role = '', when } = useRoute(({ route }) => route.params);
  const scope = useScope();
  return {
    tab: accessTabs.find(({ value }) => value === tab)?.value ?? 'why',
    person,
    org: org ?? scope ?? '',
    permission,
    role,
    when: momentOf(when),
  };
}

function momentOf(when: string | undefined): AccessMoment {
  if (when === 'after') return { kind: 'after' };
  const at = Number(when);
  return at > 0 ? { kind: 'at', at } : { kind: 'now' };
}

export function setMoment(when: AccessMoment): void {
  setParams({ when: when.kind === 'at' ? String(when.at) : when.kind === 'after' ? 'after' : '' });
}
