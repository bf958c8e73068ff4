import { Hono } from 'hono';
import { z } from 'zod';
import { answer } from '../kit/answer';
import { shown, withBody, withQuery } from '../kit/answer-with';
import type { Outcome } from '../kit/outcome';
import { queryField } from '../kit/query-field';
import { readBody } from '../kit/read-body';
import { refusals } from '../kit/refusals';
import type { SandboxEnv } from '../kit/sandbox-env';
import type { Scope } from '../kit/scope';
import { anyOf } from '../rules/conditions';
import { findOrganization } from '../rules/find-organization';
import { mutate } from '../rules/mutate';
import {
  addRecord,
  changeRecord,
  findRecord,
  inData,
  removeRecord,
  type SmallList,
  type SmallRecord,
  selectRecords,
} from '../rules/small-list';
import { type Validity, validity, validityOf } from './certificate-validity';

const providers = [
  'saml_custom',
  'saml_okta',
  'saml_google',
  'saml_microsoft',
  'oidc_custom',
  'oidc_github_enterprise',
  'oidc_gitlab',
] as const;

/** What an identity provider is told by: secrets are taken, and never shown. */
const saml = z.object({
  idp_entity_id: z.string().nullish(),
  idp_sso_url: z.string().nullish(),
  idp_certificate: z.string().nullish(),
  idp_metadata_url: z.string().nullish(),
  attribute_mapping: z
    .strictObject({
      user_id: z.string().nullish(),
      email_address: z.string().nullish(),
      first_name: z.string().nullish(),
      last_name: z.string().nullish(),
    })
    .nullish(),
  allow_subdomains: z.boolean().nullish(),
  allow_idp_initiated: z.boolean().nullish(),
  force_authn: z.boolean().nullish(),
});
const oidc = z.object({
  client_id: z.string().nullish(),
  client_secret: z.string().nullish(),
  discovery_url: z.string().nullish(),
  auth_url: z.string().nullish(),
  token_url: z.string().nullish(),
  user_info_url: z.string().nullish(),
  requires_pkce: z.boolean().nullish(),
});

const fields = {
  active: z.boolean().nullish(),
  organization_id: z.string().nullish(),
  sync_user_attributes: z.boolean().nullish(),
  disable_additional_identifications: z.boolean().nullish(),
  allow_organization_account_linking: z.boolean().nullish(),
  saml: saml.nullish(),
  oidc: oidc.nullish(),
};
const fqdn = z
  .string()
  .regex(/^(?:[a-z0-9-]+\.)+[a-z0-9-]{2,}$/i, 'Each domain must be a fully qualified domain name.');
const domains = z.array(fqdn).min(1, 'Give at least one domain.');
const draft = z.object({ name: z.string().min(1), provider: z.enum(providers), domains, ...fields });
const patch = z.object({ name: z.string().min(1).nullish(), domains: domains.optional(), ...fields });

export interface EnterpriseConnection {
  readonly name: string;
  readonly provider: (typeof providers)[number];
  readonly domains: readonly string[];
  readonly organization_id: string | null;
  readonly active: boolean;
  readonly sync_user_attributes: boolean;
  readonly disable_additional_identifications: boolean;
  readonly allow_organization_account_linking: boolean;
  readonly saml: Validity & {
    readonly idp_entity_id: string;
    readonly idp_sso_url: string;
    readonly idp_metadata_url: string;
    readonly allow_idp_initiated?: boolean;
    readonly allow_subdomains?: boolean;
    readonly force_authn?: boolean;
  };
  readonly oidc: {
    readonly client_id: string;
    readonly discovery_url: string;
    readonly auth_url?: string;
    readonly token_url?: string;
    readonly user_info_url?: string;
    readonly requires_pkce?: boolean;
  };
}

const list: SmallList<EnterpriseConnection> = {
  kind: 'enterpriseConnection',
  prefix: 'entconn',
  mark: ({ name }) => name,
  notFound: 'Enterprise connection not found.',
};

/** A connection by id. Refuses with 404. */
export const findConnection = (scope: Scope, id: string): Outcome<SmallRecord<EnterpriseConnection>> =>
  findRecord(scope, list, id);

/** Spec: `components/schemas/EnterpriseConnection`. */
const view = ({ id, data, created_at, updated_at }: SmallRecord<EnterpriseConnection>) => {
  const { saml: samlHeld, oidc: oidcHeld, ...rest } = data;
  const speaksSaml = data.provider.startsWith('saml');
  return {
    object: 'enterprise_connection',
    id,
    logo_public_url: null,
    ...rest,
    authenticatable: data.active,
    disable_jit_provisioning: false,
    custom_attributes: [],
    saml_connection: speaksSaml
      ? {
          id: `samlc_${id.slice(-12)}`,
          name: data.name,
          ...samlHeld,
          acs_url: `https://clerk.sandbox.example/v1/saml/acs/${id}`,
          sp_entity_id: `https://clerk.sandbox.example/saml/${id}`,
          sp_metadata_url: `https://clerk.sandbox.example/v1/saml/metadata/${id}.xml`,
          active: data.active,
          allow_idp_initiated: samlHeld.allow_idp_initiated ?? false,
          allow_subdomains: samlHeld.allow_subdomains ?? false,
          force_authn: samlHeld.force_authn ?? false,
          login_hint: { mode: 'email_address' },
        }
      : null,
    oauth_config: speaksSaml
      ? null
      : {
          id: `oauthc_${id.slice(-12)}`,
          name: data.name,
          provider_key: data.provider,
          ...oidcHeld,
          requires_pkce: oidcHeld.requires_pkce ?? false,
        },
    created_at,
    updated_at,
  };
};

type Words = Omit<z.output<typeof patch>, 'name'> & { readonly name?: string | null | undefined };

/** The connection as the words make it. Refuses an organization that is not there, and one that is active without its provider's data. */
const said = (
  scope: Scope,
  before: EnterpriseConnection,
  words: Words,
  self = '',
): Outcome<EnterpriseConnection> => {
  if (words.organization_id) {
    const owner = findOrganization(scope, words.organization_id);
    if (!owner.ok) return owner;
  }
  const names = words.domains?.map((name) => name.toLowerCase()) ?? before.domains;
  const others = selectRecords(scope, list, { orderBy: 't.id', limit: 10_000, offset: 0 }).rows;
  const double = names.find((name) =>
    others.some(({ id, data }) => id !== self && data.domains.includes(name)),
  );
  if (double !== undefined) return refusals.connectionDomainTaken(double);
  const told = words.saml?.idp_certificate;
  const certificate = told ? validityOf(told) : validity(before.saml);
  if (certificate === null)
    return refusals.paramInvalid('saml.idp_certificate', 'Give an X.509 certificate in PEM.');
  const data: EnterpriseConnection = {
    ...before,
    name: words.name ?? before.name,
    domains: names,
    organization_id: words.organization_id ?? before.organization_id,
    active: words.active ?? before.active,
    sync_user_attributes: words.sync_user_attributes ?? before.sync_user_attributes,
    disable_additional_identifications:
      words.disable_additional_identifications ?? before.disable_additional_identifications,
    allow_organization_account_linking:
      words.allow_organization_account_linking ?? before.allow_organization_account_linking,
    saml: {
      idp_entity_id: words.saml?.idp_entity_id ?? before.saml.idp_entity_id,
      idp_sso_url: words.saml?.idp_sso_url ?? before.saml.idp_sso_url,
      idp_metadata_url: words.saml?.idp_metadata_url ?? before.saml.idp_metadata_url,
      allow_idp_initiated: words.saml?.allow_idp_initiated ?? before.saml.allow_idp_initiated ?? false,
      allow_subdomains: words.saml?.allow_subdomains ?? before.saml.allow_subdomains ?? false,
      force_authn: words.saml?.force_authn ?? before.saml.force_authn ?? false,
      ...certificate,
    },
    oidc: {
      client_id: words.oidc?.client_id ?? before.oidc.client_id,
      discovery_url: words.oidc?.discovery_url ?? before.oidc.discovery_url,
      auth_url: words.oidc?.auth_url ?? before.oidc.auth_url ?? '',
      token_url: words.oidc?.token_url ?? before.oidc.token_url ?? '',
      user_info_url: words.oidc?.user_info_url ?? before.oidc.user_info_url ?? '',
      requires_pkce: words.oidc?.requires_pkce ?? before.oidc.requires_pkce ?? false,
    },
  };
  const known = data.provider.startsWith('saml') ? data.saml.idp_sso_url : data.oidc.client_id;
  return data.active && known === ''
    ? refusals.paramInvalid(
        'active',
        'Identity provider metadata must be provided before the connection is active.',
      )
    : { ok: true, value: data };
};

const blank = {
  name: '',
  domains: [],
  organization_id: null,
  active: false,
  sync_user_attributes: true,
  disable_additional_identifications: false,
  allow_organization_account_linking: false,
  saml: {
    idp_entity_id: '',
    idp_sso_url: '',
    idp_metadata_url: '',
    idp_certificate_issued_at: null,
    idp_certificate_expires_at: null,
  },
  oidc: { client_id: '', discovery_url: '' },
};

const query = z.object({
  organization_id: queryField.text,
  active: queryField.flag,
  limit: queryField.limit,
  offset: queryField.offset,
});

/** `/enterprise_connections`: list, create (201), get, update, delete. */
export const enterpriseConnectionRoutes = (): Hono<SandboxEnv> =>
  new Hono<SandboxEnv>()
    .get('/', (c) =>
      withQuery(c, query, ({ organization_id: owner, active, limit, offset }) => {
        const where = [
          ...(owner === undefined ? [] : anyOf([owner], inData('organization_id'))),
          ...(active === undefined ? [] : [{ sql: `${inData('active')} = ?`, values: [Number(active)] }]),
        ];
        const orderBy = 't.created_at DESC, t.id DESC';
        const { rows, total } = selectRecords(c.env.scope, list, { where, orderBy, limit, offset });
        return { ok: true, value: { data: rows.map(view), total_count: total } };
      }),
    )
    .post('/', async (c) => {
      const { scope } = c.env;
      const body = await readBody(c, draft);
      if (!body.ok) return answer(c, body);
      const made = mutate(scope, (note) => {
        const data = said(scope, { ...blank, provider: body.value.provider }, body.value);
        return shown(data, (value) => view(addRecord(scope, list, value, note)));
      });
      return made.ok ? c.json(made.value, 201) : answer(c, made);
    })
    .get('/:id', (c) => answer(c, shown(findRecord(c.env.scope, list, c.req.param('id')), view)))
    .patch('/:id', (c) =>
      withBody(c, patch, (words) => {
        const { scope } = c.env;
        return mutate(scope, (note) => {
          const found = findRecord(scope, list, c.req.param('id'));
          if (!found.ok) return found;
          const data = said(scope, found.value.data, words, found.value.id);
          return shown(data, (value) => view(changeRecord(scope, list, found.value, value, note)));
        });
      }),
    )
    .delete('/:id', (c) =>
      answer(c, removeRecord(c.env.scope, list, c.req.param('id'), { object: 'enterprise_connection' })),
    );
