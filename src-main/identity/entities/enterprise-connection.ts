import { type JsonObject, type JsonValue, textsIn } from '@shared/domain/json';
import { wire } from '@shared/domain/kinds/wire';
import { serverRow } from '@shared/domain/project';
import type { RemoteRecord, StoredRecord } from '@shared/domain/records/record-map';
import { z } from 'zod';
import { apiPath } from '../api-call';
import { bearsName, sameInAnyCase, textOf } from '../text-of';
import type { Adapter } from './adapter';
import { recordReader } from './record-reader';
import { resource, wireBody } from './resource';

const path = '/enterprise_connections';

type LastTest = Pick<RemoteRecord<'enterpriseConnection'>, 'lastTest' | 'lastTestAt' | 'lastTestSays'>;

const untested: LastTest = { lastTest: 'none', lastTestAt: 0, lastTestSays: '' };

const testsPath = ({ id }: { readonly id: string }): string => path + apiPath`/${id}/test_runs`;

/** The tests are a list of their own: what is read of the connection alone leaves them as they were known. */
const lastKnown = (known: StoredRecord<'enterpriseConnection'> | undefined): LastTest => {
  const held = known && serverRow('enterpriseConnection', known);
  if (!held) return untested;
  const { lastTest = 'none', lastTestAt = 0, lastTestSays = '' } = held;
  return { lastTest, lastTestAt, lastTestSays };
};

const plain = resource(
  'enterpriseConnection',
  path,
  recordReader('enterpriseConnection', {
    properties: {
      saml_connection: z
        .object({
          idp_entity_id: wire.text,
          idp_sso_url: wire.text,
          idp_metadata_url: wire.text,
          acs_url: wire.text,
          sp_entity_id: wire.text,
          allow_idp_initiated: wire.flag,
          allow_subdomains: wire.flag,
          force_authn: wire.flag,
          // Told by `SAMLConnection` of the spec; the narrower schema beside it leaves it open.
          idp_certificate_expires_at: z.number().nullish().catch(null),
        })
        .nullish(),
      // Required by the spec, which leaves open what it is.
      disable_jit_provisioning: z.boolean().nullish().catch(null),
      oauth_config: z
        .object({
          client_id: wire.text,
          discovery_url: wire.text,
          auth_url: wire.text,
          token_url: wire.text,
          user_info_url: wire.text,
          requires_pkce: wire.flag,
        })
        .nullish(),
    },
    read: ({ saml_connection: saml, oauth_config: oidc, disable_jit_provisioning: jitOff }, known) => ({
      ...lastKnown(known),
      signInMakes: typeof jitOff === 'boolean' ? (jitOff ? 'no' : 'yes') : '',
      idpEntityId: saml?.idp_entity_id ?? '',
      idpSsoUrl: saml?.idp_sso_url ?? '',
      idpMetadataUrl: saml?.idp_metadata_url ?? '',
      acsUrl: saml?.acs_url ?? '',
      spEntityId: saml?.sp_entity_id ?? '',
      allowIdpInitiated: saml?.allow_idp_initiated ?? false,
      allowSubdomains: saml?.allow_subdomains ?? false,
      forceAuthn: saml?.force_authn ?? false,
      certificateExpiresAt: saml?.idp_certificate_expires_at ?? 0,
      clientId: oidc?.client_id ?? '',
      discoveryUrl: oidc?.discovery_url ?? '',
      authUrl: oidc?.auth_url ?? '',
      tokenUrl: oidc?.token_url ?? '',
      userInfoUrl: oidc?.user_info_url ?? '',
      requiresPkce: oidc?.requires_pkce ?? false,
    }),
  }),
);

/** What is said of the provider: in which part of the body, by which name (spec, `POST` and `PATCH /enterprise_connections`). */
const told: Readonly<Record<string, readonly [part: 'saml' | 'oidc', name: string]>> = {
  idpEntityId: ['saml', 'idp_entity_id'],
  idpSsoUrl: ['saml', 'idp_sso_url'],
  idpMetadataUrl: ['saml', 'idp_metadata_url'],
  idpCertificate: ['saml', 'idp_certificate'],
  allowIdpInitiated: ['saml', 'allow_idp_initiated'],
  allowSubdomains: ['saml', 'allow_subdomains'],
  forceAuthn: ['saml', 'force_authn'],
  clientId: ['oidc', 'client_id'],
  clientSecret: ['oidc', 'client_secret'],
  discoveryUrl: ['oidc', 'discovery_url'],
  authUrl: ['oidc', 'auth_url'],
  tokenUrl: ['oidc', 'token_url'],
  userInfoUrl: ['oidc', 'user_info_url'],
  requiresPkce: ['oidc', 'requires_pkce'],
};

/** Spec: `saml.attribute_mapping`. */
const mapped = (values: JsonObject): JsonObject => ({
  user_id: textOf(values, 'userId'),
  email_address: textOf(values, 'emailAddress'),
  first_name: textOf(values, 'firstName'),
  last_name: textOf(values, 'lastName'),
});

function toldOf(values: JsonObject): JsonObject {
  const body: Record<string, Record<string, JsonValue>> = {};
  for (const [field, value] of Object.entries(values)) {
    const [part, name] = told[field] ?? [];
    if (part !== undefined && name !== undefined) body[part] = { ...body[part], [name]: value };
  }
  return body;
}

/** Spec: `components/schemas/EnterpriseConnectionTestRuns`, whose order is left open. */
const Tests = z.object({
  data: z.array(
    z.object({
      status: z.string(),
      created_at: z.number(),
      logs: z.array(z.object({ message: wire.text })).nullish(),
    }),
  ),
});

function lastTestIn(body: unknown): LastTest | undefined {
  const tests = Tests.safeParse(body).data?.data;
  if (tests === undefined) return undefined;
  const [last] = [...tests].sort((a, b) => b.created_at - a.created_at);
  if (last === undefined) return untested;
  const { status, created_at: at, logs } = last;
  return { lastTest: status, lastTestAt: at, lastTestSays: logs?.at(-1)?.message ?? '' };
}

/** The list has no order and no search of its own (spec): all of it is looked through. */
export const enterpriseConnection: Adapter<'enterpriseConnection'> = {
  ...plain,
  pagePath: ({ limit, offset }) => `${path}?limit=${limit}&offset=${offset}`,
  within: {
    path: (record) => `${testsPath(record)}?limit=100`,
    read: (record, body) => {
      const test = lastTestIn(body);
      return test === undefined ? undefined : { ...record, ...test };
    },
    fields: ['lastTest', 'lastTestAt', 'lastTestSays'],
    most: 200,
  },
  create: (values) => ({
    method: 'POST',
    path,
    json: { ...wireBody('enterpriseConnection', values), ...toldOf(values) },
  }),
  update: (record, field, value) =>
    field in told
      ? { method: 'PATCH', path: path + apiPath`/${record.id}`, json: toldOf({ [field]: value }) }
      : plain.update(record, field, value),
  secretIn: ['url'],
  perform: (record, operation, values) => {
    const path = plain.onePath(record);
    const call =
      operation === 'testRun'
        ? ({ method: 'POST', path: testsPath(record), json: {} } as const)
        : operation === 'setAttributeMapping'
          ? ({ method: 'PATCH', path, json: { saml: { attribute_mapping: mapped(values) } } } as const)
          : ({ method: 'PATCH', path, json: toldOf(values) } as const);
    return {
      shown: `${call.method} ${call.path}`,
      of: () => [call],
      ...(operation !== 'testRun' && { answersRecord: true }),
    };
  },
  // By its name, or, where none is given, by a domain.
  find: (values) => ({
    isLike: (record) =>
      'name' in values
        ? bearsName(record, values)
        : record.domains.some((each) => textsIn(values.domains).some((one) => sameInAnyCase(one, each))),
  }),
};
