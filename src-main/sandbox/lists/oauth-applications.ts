import { z } from 'zod';
import { answer } from '../kit/answer';
import type { Outcome } from '../kit/outcome';
import { refusals } from '../kit/refusals';
import type { Scope } from '../kit/scope';
import { smallListRoutes } from '../routes/small-list-routes';
import { mutate } from '../rules/mutate';
import { changeRecord, findRecord, type SmallList, type SmallRecord } from '../rules/small-list';

export interface OAuthApplication {
  readonly name: string;
  readonly client_id: string;
  readonly client_secret: string;
  readonly redirect_uris: readonly string[];
  readonly scopes: string;
  readonly consent_screen_enabled: boolean;
  readonly pkce_required: boolean;
  readonly public: boolean;
}

const list: SmallList<OAuthApplication> = {
  kind: 'oauthApplication',
  prefix: 'oa',
  mark: ({ name }) => name,
  searched: ['name', 'client_id'],
  notFound: 'The OAuth application was not found.',
};

const scopes = ['profile', 'email', 'public_metadata', 'private_metadata', 'openid', 'offline_access'];

const words = {
  redirect_uris: z.array(z.string()).nullish(),
  callback_url: z.string().max(1_024).nullish(),
  scopes: z.string().max(1_024).nullish(),
  consent_screen_enabled: z.boolean().nullish(),
  pkce_required: z.boolean().nullish(),
  public: z.boolean().nullish(),
};
const draft = z.object({ name: z.string().min(1).max(256), ...words });
const patch = z.strictObject({ name: z.string().min(1).max(256).nullish(), ...words });

/** Spec: `components/schemas/OAuthApplication`. Its secret is shown by creation and rotation only. */
const view = ({ id, data, created_at, updated_at }: SmallRecord<OAuthApplication>, scope: Scope) => {
  const { client_secret: _, ...shown } = data;
  const issuer = 'https://clerk.accounts.example';
  return {
    object: 'oauth_application',
    id,
    instance_id: scope.instance,
    ...shown,
    client_uri: null,
    client_image_url: null,
    dynamically_registered: false,
    callback_url: data.redirect_uris[0] ?? '',
    authorize_url: `${issuer}/oauth/authorize`,
    token_fetch_url: `${issuer}/oauth/token`,
    user_info_url: `${issuer}/oauth/userinfo`,
    discovery_url: `${issuer}/.well-known/openid-configuration`,
    token_introspection_url: `${issuer}/oauth/token_info`,
    created_at,
    updated_at,
  };
};

const withSecret = (record: SmallRecord<OAuthApplication>, scope: Scope) => ({
  ...view(record, scope),
  client_secret: record.data.public ? '' : record.data.client_secret,
});

const isUrl = (text: string): boolean => /^[a-z][a-z0-9+.-]*:\/\/\S+$/i.test(text);

const said = (before: OAuthApplication, body: z.output<typeof patch>): Outcome<OAuthApplication> => {
  const uris = body.redirect_uris ?? (body.callback_url ? [body.callback_url] : before.redirect_uris);
  const odd = uris.find((uri) => !isUrl(uri));
  if (odd !== undefined) return refusals.paramFormat('redirect_uris', `${odd} must be a valid URL.`);
  const wanted = body.scopes ?? before.scopes;
  const unknown = wanted.split(' ').find((scope) => !scopes.includes(scope));
  if (unknown !== undefined) return refusals.paramInvalid('scopes', `${unknown} is no scope.`);
  return {
    ok: true,
    value: {
      ...before,
      name: body.name ?? before.name,
      redirect_uris: uris,
      scopes: wanted,
      consent_screen_enabled: body.consent_screen_enabled ?? before.consent_screen_enabled,
      pkce_required: body.pkce_required ?? before.pkce_required,
      public: body.public ?? before.public,
    },
  };
};

const blank = {
  name: '',
  client_id: '',
  client_secret: '',
  redirect_uris: [],
  scopes: 'profile email',
  consent_screen_enabled: true,
  pkce_required: false,
  public: false,
};

const rotate = (scope: Scope, id: string): Outcome<object> =>
  mutate(scope, (note) => {
    const found = findRecord(scope, list, id);
    if (!found.ok) return found;
    const data = { ...found.value.data, client_secret: scope.mint('oas') };
    return { ok: true, value: withSecret(changeRecord(scope, list, found.value, data, note), scope) };
  });

/** `/oauth_applications`: list, create (with its secret), get, update, delete, rotate the secret. */
export const oauthApplicationRoutes = () =>
  smallListRoutes({
    list,
    view,
    created: withSecret,
    shape: 'page',
    ordered: ['name'],
    asked: 'name_query',
    draft,
    make: (scope, body) => {
      const data = said({ ...blank, client_id: scope.mint('oac'), client_secret: scope.mint('oas') }, body);
      return data.ok ? { ok: true, value: { data: data.value } } : data;
    },
    single: true,
    edit: { patch, apply: (_, { data }, body) => said(data, body) },
    remove: { object: 'oauth_application' },
  }).post('/:id/rotate_secret', (c) => answer(c, rotate(c.env.scope, c.req.param('id'))));
