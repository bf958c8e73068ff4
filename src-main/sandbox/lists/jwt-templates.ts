import { z } from 'zod';
import { anyObject } from '../kit/any-object';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { smallListRoutes } from '../routes/small-list-routes';
import { recordsWith, type SmallList } from '../rules/small-list';

export interface JwtTemplate {
  readonly name: string;
  readonly claims: Readonly<Record<string, unknown>>;
  readonly lifetime: number;
  readonly allowed_clock_skew: number;
  readonly custom_signing_key: boolean;
  readonly signing_algorithm: string;
}

const list: SmallList<JwtTemplate> = {
  kind: 'jwtTemplate',
  prefix: 'jtmp',
  mark: ({ name }) => name,
  notFound: 'The JWT template was not found.',
};

/** Claims that the service sets itself (source: Clerk's documentation, "JWT templates"). */
const reserved = ['azp', 'exp', 'iat', 'iss', 'jti', 'nbf', 'sub'];

/** Spec: `CreateJWTTemplate` and `UpdateJWTTemplate` take the same, name and claims always. */
const draft = z.object({
  name: z.string().min(1),
  claims: anyObject,
  lifetime: z.int().min(30).max(315_360_000).nullish(),
  allowed_clock_skew: z.int().min(0).max(300).nullish(),
  custom_signing_key: z.boolean().optional(),
  signing_algorithm: z.string().nullish(),
  signing_key: z.string().nullish(),
});

const blank = {
  name: '',
  claims: {},
  lifetime: 60,
  allowed_clock_skew: 5,
  custom_signing_key: false,
  signing_algorithm: 'RS256',
};

/** The template as it is said to be. A signing key is taken and never shown. */
const said = (
  scope: Scope,
  before: JwtTemplate,
  body: z.output<typeof draft>,
  self = '',
): Outcome<JwtTemplate> => {
  const own = Object.keys(body.claims).find((claim) => reserved.includes(claim));
  if (own !== undefined) return refusals.paramInvalid('claims', `The claim ${own} is reserved.`);
  if (recordsWith(scope, list, 'name', body.name).some(({ id }) => id !== self))
    return refusals.identifierExists('name');
  const custom = body.custom_signing_key ?? before.custom_signing_key;
  if (custom && !before.custom_signing_key && !(body.signing_key && body.signing_algorithm))
    return refusals.paramInvalid('signing_key', 'A custom signing key needs signing_key, signing_algorithm.');
  return {
    ok: true,
    value: {
      name: body.name,
      claims: body.claims,
      lifetime: body.lifetime ?? before.lifetime,
      allowed_clock_skew: body.allowed_clock_skew ?? before.allowed_clock_skew,
      custom_signing_key: custom,
      signing_algorithm: (custom ? body.signing_algorithm : null) ?? before.signing_algorithm,
    },
  };
};

/** `/jwt_templates`: list (a bare array), create, get, update, delete. */
export const jwtTemplateRoutes = () =>
  smallListRoutes({
    list,
    view: ({ id, data, created_at, updated_at }) => ({
      object: 'jwt_template',
      id,
      ...data,
      created_at,
      updated_at,
    }),
    shape: 'bare',
    draft,
    make: (scope, body) => {
      const data = said(scope, blank, body);
      return data.ok ? { ok: true, value: { data: data.value } } : data;
    },
    single: true,
    edit: { patch: draft, apply: (scope, { id, data }, body) => said(scope, data, body, id) },
    remove: { object: 'jwt_template' },
  });
