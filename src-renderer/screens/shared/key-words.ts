import type { Scenario } from '@shared/domain/scenario';
import type { ServiceName } from '@shared/domain/services';
import { t } from '@shared/language/t';

interface KeyWords {
  readonly key: string;
  /** Another one in its place. */
  readonly next: string;
  /** In the middle of a sentence. */
  readonly what: string;
  /** How one knows it, and what it asks for. */
  readonly says: string;
}

const platform: KeyWords = {
  key: t('Platform API token'),
  next: t('New Platform API token'),
  what: t('the token'),
  says: t('Opens all applications of the platform.'),
};

const ofService: Readonly<Record<ServiceName, KeyWords>> = {
  clerk: {
    key: t('Secret key'),
    next: t('New secret key'),
    what: t('the secret key'),
    says: t('Starts with sk_live_ or sk_test_.'),
  },
  'better-auth': {
    key: t('Session token of an admin'),
    next: t('Next session token of an admin'),
    what: t('the token'),
    says: t(
      'The server needs Tenantry’s plugin, beside admin, organization and bearer. A session ends: give its next token then.',
    ),
  },
};

/** What opens an instance, as its service calls it. */
export const keyWords = (service: ServiceName, scenario: Scenario): KeyWords =>
  scenario === 'platforms' ? platform : ofService[service];
