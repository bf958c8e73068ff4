import { t } from '../../language/t';
import {
  choice,
  type FieldOptions,
  flag,
  link,
  list,
  name,
  ownChoice,
  text,
  time,
  times,
} from '../kinds/field';
import { backend, by, catalogued, model } from '../kinds/model';
import { webFault } from '../kinds/texts';
import { connectionActs, connectionTakes, speaksOidc, speaksSaml } from './connection-acts';

const ofSaml = (options: FieldOptions) => text({ from: ['saml_connection'], fits: speaksSaml, ...options });
const ofOidc = (options: FieldOptions) => text({ from: ['oauth_config'], fits: speaksOidc, ...options });

/** An identity provider that people of some domains sign in with. Its secrets are never copied. */
export const enterpriseConnection = model({
  ...catalogued,
  name: 'enterpriseConnection',
  found: 8,
  words: { one: t('enterprise connection'), many: t('enterprise connections') },
  home: { screen: 'connections' },
  spec: backend('EnterpriseConnection'),
  scenarios: ['b2c', 'b2b'],
  sort: by('name'),
  fields: {
    name: name({ column: 'wide', label: t('Name'), wire: 'name', create: 'must', edit: true, search: 1 }),
    provider: choice(
      [
        'saml_custom',
        'saml_okta',
        'saml_google',
        'saml_microsoft',
        'oidc_custom',
        'oidc_github_enterprise',
        'oidc_gitlab',
      ],
      {
        column: 'middle',
        label: t('Provider'),
        wire: 'provider',
        says: {
          saml_custom: 'SAML',
          saml_okta: 'Okta (SAML)',
          saml_google: 'Google (SAML)',
          saml_microsoft: 'Microsoft (SAML)',
          oidc_custom: 'OpenID Connect',
          oidc_github_enterprise: 'GitHub Enterprise',
          oidc_gitlab: 'GitLab',
        },
        create: 'must',
        facet: true,
        blank: () => 'saml_custom',
      },
    ),
    domains: list({
      label: t('Domains'),
      hint: t('Parted by commas, such as acme.com, shop.acme.com'),
      wire: 'domains',
      create: 'must',
      edit: true,
      lower: true,
      single: true,
    }),
    organizationId: link({
      to: 'organization',
      label: t('Organization id'),
      wire: 'organization_id',
      create: true,
    }),
    active: flag({
      label: t('Active'),
      wire: 'active',
      says: { true: t('On'), false: t('Off') },
      edit: true,
      facet: true,
    }),
    syncUserAttributes: flag({
      label: t('Profiles follow the provider'),
      wire: 'sync_user_attributes',
      edit: true,
      blank: () => true,
    }),
    disableAdditionalIdentifications: flag({
      label: t('No other way to sign in'),
      wire: 'disable_additional_identifications',
      edit: true,
    }),
    allowOrganizationAccountLinking: flag({
      label: t('Accounts are linked by membership'),
      wire: 'allow_organization_account_linking',
      edit: true,
    }),
    /** Whether it makes people at their first sign-in (spec: `disable_jit_provisioning`); '' where that is not said. */
    signInMakes: ownChoice(['', 'yes', 'no'], {
      label: t('Makes people at sign-in'),
      from: [],
      says: { '': t('Not said'), yes: t('Yes'), no: t('No') },
      late: true,
    }),
    idpEntityId: ofSaml({ label: t('Entity id'), create: true, edit: true }),
    idpSsoUrl: ofSaml({ label: t('SSO URL'), create: true, edit: true, fault: webFault }),
    idpMetadataUrl: ofSaml({
      label: t('Metadata URL'),
      create: true,
      edit: true,
      late: true,
      fault: webFault,
    }),
    allowIdpInitiated: flag({
      label: t('Sign-in may begin at the provider'),
      from: ['saml_connection'],
      edit: true,
      late: true,
      fits: speaksSaml,
    }),
    allowSubdomains: flag({
      label: t('Subdomains count'),
      from: ['saml_connection'],
      edit: true,
      late: true,
      fits: speaksSaml,
    }),
    forceAuthn: flag({
      label: t('The provider asks anew each time'),
      from: ['saml_connection'],
      edit: true,
      late: true,
      fits: speaksSaml,
    }),
    /** When the certificate ends that the provider signs with; 0 where the service tells of none. */
    certificateExpiresAt: time({ label: t('Certificate expires'), from: ['saml_connection'], late: true }),
    /** What the provider is told of this side. */
    acsUrl: text({ label: t('Answers go to'), from: ['saml_connection'], late: true }),
    spEntityId: text({ label: t('Entity id here'), from: ['saml_connection'], late: true }),
    /** How the last test of signing in with it ended: what was seen, and nothing that an edit could run into. */
    lastTest: choice(['none', 'success', 'failed', 'pending'], {
      label: t('Last test'),
      from: [],
      says: { none: t('Never tested'), success: t('Passed'), failed: t('Failed'), pending: t('Under way') },
      facet: true,
      late: true,
      derived: true,
    }),
    lastTestAt: time({ label: t('Tested'), from: [], late: true, derived: true }),
    /** What the service noted last of that test. */
    lastTestSays: text({ label: t('The test says'), from: [], late: true, derived: true }),
    clientId: ofOidc({ label: t('Client ID'), create: true, edit: true }),
    discoveryUrl: ofOidc({ label: t('Discovery URL'), create: true, edit: true, fault: webFault }),
    authUrl: ofOidc({ label: t('Authorization URL'), edit: true, late: true, fault: webFault }),
    tokenUrl: ofOidc({ label: t('Token URL'), edit: true, late: true, fault: webFault }),
    userInfoUrl: ofOidc({ label: t('User info URL'), edit: true, late: true, fault: webFault }),
    requiresPkce: flag({
      label: t('PKCE required'),
      from: ['oauth_config'],
      edit: true,
      late: true,
      fits: speaksOidc,
    }),
    ...times,
  },
  said: {
    /** PEM. Anybody may know it, but no record shows it again. */
    idpCertificate: { ...connectionTakes.idpCertificate, create: true },
    clientSecret: { ...connectionTakes.clientSecret, create: true },
  },
  acts: {
    ...connectionActs,
    testRun: {
      label: t('Test it'),
      says: t(
        'The service makes an address, shown to you when it is reconciled: sign in there with the provider. How it ended comes with the next sync.',
      ),
      once: t('Address of the test'),
      also: ['lastTest', 'lastTestAt', 'lastTestSays'],
      shows: () => ({}),
      undo: () => t('A test changes nothing: there is nothing to take back.'),
    },
  },
  ends: {
    says: t('Certificates of connections'),
    field: 'certificateExpiresAt',
    where: { field: 'active', value: true },
  },
  beside: { organizationName: { one: 'organization', by: 'organizationId', of: 'name' } },
  label: ({ id, name }) => name || id,
  ignored: {
    object: 'says what it is',
    logo_public_url: 'not shown yet',
    custom_attributes: 'not shown yet',
  },
});
