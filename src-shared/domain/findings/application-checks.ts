import { t } from '../../language/t';
import { isUnknownValue } from '../config-field';
import { readField } from '../field-path';
import type { JsonValue } from '../json';
import { wordIn } from '../kinds/word-in';
import { blindSpots, type Check, hitOf, seen } from './check';
import type { BlindSpot } from './finding';
import type { Seen } from './finding-facts';

const needs = ['list.application'] as const;
/** Of a DNS that is not done; other words of the service are told as they came. */
const dnsWords = { not_started: t('not set up'), in_progress: t('in part') };
const control = 'config.auth_access_control';
const breached = 'config.auth_password.disable_hibp';

/** A setting of an application; undefined where its group of settings was not read, null where it reads as empty. */
function setting(app: Seen<'application'>, path: string): JsonValue | undefined {
  const group = readField(app.row, path.slice(0, path.lastIndexOf('.')));
  if (group === null || typeof group !== 'object') return undefined;
  const held = readField(app.row, path) ?? null;
  return isUnknownValue(held) && held !== null ? undefined : held;
}

/** Applications of which a setting is not known. */
const unknown =
  (path: string) =>
  (apps: readonly Seen<'application'>[]): readonly BlindSpot[] =>
    blindSpots(
      'application',
      apps.filter((app) => setting(app, path) === undefined),
    );

export const idleAllowlist: Check<'apps'> = {
  id: 'allowlist-without-effect',
  severity: 'advice',
  title: t('Allowlist on, and sign-up by invitation only'),
  why: t(
    'Nobody can sign up by themselves, so the list decides nothing. Whoever keeps it believes that it does.',
  ),
  effect: t('Nobody notices: sign-up stays by invitation.'),
  entity: 'application',
  needs,
  facts: 'apps',
  fix: t('Switch the allowlist off'),
  blind: unknown(`${control}.allowlist_enabled`),
  find: (apps) =>
    apps.flatMap((app) => {
      const [mode, on] = [
        setting(app, `${control}.sign_up_mode`),
        setting(app, `${control}.allowlist_enabled`),
      ];
      if (mode !== 'restricted' || on !== true) return [];
      return hitOf('application', app, {
        evidence: [seen(t('Sign-up'), t('by invitation only')), seen(t('Allowlist'), true)],
        fix: { verb: 'update', field: `${control}.allowlist_enabled`, value: false, base: true },
      });
    }),
};

export const noSupport: Check<'apps'> = {
  id: 'no-support-address',
  severity: 'advice',
  title: t('No support address'),
  why: t('Pages and messages have nowhere to send people who cannot sign in.'),
  effect: t('Whoever is locked out finds nobody to ask.'),
  entity: 'application',
  needs,
  facts: 'apps',
  blind: unknown('config.branding.support_email'),
  find: (apps) =>
    apps.flatMap((app) => {
      const address = setting(app, 'config.branding.support_email');
      if (address !== null && address !== '') return [];
      return hitOf('application', app, { evidence: [seen(t('Support address'), t('reads as empty'))] });
    }),
};

export const breachedPasswords: Check<'apps'> = {
  id: 'breached-passwords',
  severity: 'warning',
  title: t('Breached passwords are accepted'),
  why: t('Attackers try passwords of known breaches first.'),
  effect: t('Whoever chooses such a password next is asked for another one. Nobody is signed out.'),
  entity: 'application',
  needs,
  facts: 'apps',
  fix: t('Refuse breached passwords'),
  blind: unknown(breached),
  find: (apps) =>
    apps.flatMap((app) => {
      if (setting(app, breached) !== true) return [];
      return hitOf('application', app, {
        evidence: [seen(t('Accept breached passwords'), true)],
        fix: { verb: 'update', field: breached, value: false, base: true },
      });
    }),
};

export const unfinishedDomain: Check<'apps'> = {
  id: 'domain-not-set-up',
  severity: 'warning',
  title: t('Production application without a working domain'),
  why: t('Its DNS records are not there, or not all of them.'),
  effect: t('Its people cannot sign in at its own address, and its messages may not arrive.'),
  entity: 'application',
  needs,
  facts: 'apps',
  find: (apps) =>
    apps
      .filter(
        ({ row: { dns, environment } }) => environment === 'production' && dns !== '' && dns !== 'complete',
      )
      .map((app) =>
        hitOf('application', app, {
          evidence: [
            seen(t('Domain'), app.row.domain),
            seen('DNS', wordIn(dnsWords, app.row.dns) ?? app.row.dns),
          ],
        }),
      ),
};
