import { t } from '../../language/t';
import type { JsonObject, JsonValue } from '../json';
import { isJsonArray } from '../json';
import { addressFault } from '../kinds/web-address';
import { oauthScopes } from '../models/oauth-application';
import { named } from './named';
import type { Rules } from './rules';

interface Bounds {
  readonly from: number;
  readonly to: number;
}

/** Whole seconds within bounds; what is not said is not wrong. */
const secondsFault = (
  value: JsonValue | undefined,
  from: number,
  to: number,
  says: (bounds: Bounds) => string,
): string | null =>
  value === undefined || (typeof value === 'number' && value >= from && value <= to)
    ? null
    : says({ from, to });

const years10 = 315_360_000;

const lifetimeFault = (bounds: Bounds): string =>
  t('Its lifetime must be {from, number} to {to, number} seconds.', bounds);
const skewFault = (bounds: Bounds): string =>
  t('Its clock skew must be {from, number} to {to, number} seconds.', bounds);
const tokensFault = (bounds: Bounds): string =>
  t('Its tokens must be {from, number} to {to, number} seconds.', bounds);

/** Claims that the service sets itself (source: Clerk's documentation, "JWT templates"). */
const reserved: ReadonlySet<string> = new Set(['azp', 'exp', 'iat', 'iss', 'jti', 'nbf', 'sub']);

/** Named as a whole by a creation, one by one by edits: `claims.plan`. */
function claimsFault(values: JsonObject): string | null {
  const { claims = {} } = values;
  const whole = typeof claims === 'object' && claims !== null && !isJsonArray(claims) ? claims : {};
  const edited = Object.keys(values).flatMap((path) =>
    path.startsWith('claims.') ? [path.split('.')[1] ?? ''] : [],
  );
  const own = [...Object.keys(whole), ...edited].find((claim) => reserved.has(claim));
  return own === undefined ? null : t('The claim {own} is the service’s own.', { own });
}

/** Source: spec, `POST` and `PATCH /jwt_templates`. */
export const jwtTemplate: Rules = named('jwtTemplate', {
  fault: (values) =>
    secondsFault(values.lifetime, 30, years10, lifetimeFault) ??
    secondsFault(values.allowedClockSkew, 0, 300, skewFault) ??
    claimsFault(values),
  unique: true,
  again: ['lifetime', 'allowedClockSkew', 'claims'],
  caveat: t('A signing key of its own does not come back.'),
});

function clientFault({ scopes = '', redirectUris = [] }: JsonObject): string | null {
  const unknown = String(scopes)
    .split(' ')
    .find((scope) => scope !== '' && !(oauthScopes as readonly string[]).includes(scope));
  if (unknown !== undefined)
    return t('There is no scope {unknown}. Scopes are, parted by blanks: {scopes}.', {
      unknown,
      scopes: oauthScopes.join(', '),
    });
  const uris = typeof redirectUris === 'object' && redirectUris !== null && isJsonArray(redirectUris);
  // Without a fragment: RFC 6749, 3.1.2.
  for (const uri of uris ? redirectUris.map(String) : []) {
    const fault = addressFault(uri, { http: true, app: 'mobile' });
    if (fault !== null) return t('The redirect URI {uri} {fault}.', { uri, fault });
  }
  return null;
}

/** Source: spec, `POST` and `PATCH /oauth_applications`. */
export const oauthApplication: Rules = named('oauthApplication', {
  fault: clientFault,
  again: ['redirectUris', 'scopes', 'consentScreenEnabled', 'pkceRequired', 'public'],
  caveat: t('Made again it has another client ID and another secret: whoever uses it must be told both.'),
});

/** Source: spec, `POST` and `PATCH /machines`. */
export const machine: Rules = named('machine', {
  fault: ({ defaultTokenTtl }) => secondsFault(defaultTokenTtl, 1, years10, tokensFault),
  again: ['defaultTokenTtl'],
  caveat: t('Made again it has another key, and may call no other machine.'),
});

/** Whether an id is of something that can hold API keys (spec: `subject` of `/api_keys`). */
export const isKeyHolder = (id: string): boolean => /^(user|org|mch)_\w{27}$/.test(id);

/** Source: spec, `POST` and `PATCH /api_keys`. */
export const apiKey: Rules = named('apiKey', {
  fault: ({ name, subject, description, expiresInDays: days }) =>
    name !== undefined && String(name).trim().length < 3
      ? t('Its name needs 3 letters at least.')
      : subject !== undefined && !isKeyHolder(String(subject))
        ? t(
            '{subject} holds no API keys: name a person, an organization or a machine that the service knows.',
            { subject: String(subject) },
          )
        : String(description ?? '').length > 255
          ? t('Its description may have 255 letters at the most.')
          : days !== undefined && !(typeof days === 'number' && days > 0 && days <= 3_650)
            ? t('It may last 3,650 days at the most, and more than none.')
            : null,
  again: ['subject', 'description', 'scopes'],
  caveat: t('Made again it is another key: whoever uses it must be told.'),
});
