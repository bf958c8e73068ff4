import { useWorkspace } from '@renderer/state/use-session';
import type { ServiceName } from '@shared/domain/services';
import { t } from '@shared/language/t';

interface ElevatedWords {
  readonly title: string;
  readonly one: string;
  readonly none: string;
  readonly left: string;
  readonly count: (count: number) => string;
}

const words: Readonly<Record<ServiceName, ElevatedWords>> = {
  clerk: {
    title: t('Admins'),
    one: t('Only one admin'),
    none: t('No admin'),
    left: t('A single admin is left.'),
    count: (count) => t('{count, plural, one {# admin} other {# admins}}', { count }),
  },
  'better-auth': {
    title: t('Owners'),
    one: t('Only one owner'),
    none: t('No owner'),
    left: t('A single owner is left.'),
    count: (count) => t('{count, plural, one {# owner} other {# owners}}', { count }),
  },
};

/** Whoever may do everything in an organization, as the workspace's service calls them (`services[…].elevated`). */
export const useElevatedWords = (): ElevatedWords => words[useWorkspace()?.service ?? 'clerk'];
