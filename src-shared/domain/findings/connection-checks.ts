import { t } from '../../language/t';
import { certificateLife } from '../figures/certificate';
import { blindSpots, type Check, hitOf, seen, seenAt } from './check';

const needs = ['list.enterpriseConnection'] as const;

const speaksSaml = (provider: string): boolean => provider.startsWith('saml');

export const certificateEnds: Check<'sso'> = {
  id: 'certificate-ends',
  severity: 'critical',
  title: t('Certificate expired, or expires within 30 days'),
  why: t('From that moment on the answers of the identity provider are refused.'),
  effect: t('Nobody of these domains can sign in. The customer has to give a new certificate.'),
  entity: 'enterpriseConnection',
  needs,
  facts: 'sso',
  blind: ({ connections }) =>
    blindSpots(
      'enterpriseConnection',
      connections.filter(
        ({ row }) => row.active && speaksSaml(row.provider) && row.certificateExpiresAt === 0,
      ),
    ),
  find: ({ connections }, now) =>
    connections.flatMap((each) => {
      const life = certificateLife(each.row.certificateExpiresAt, now);
      if (!each.row.active || life === null || life.state === 'good') return [];
      return hitOf('enterpriseConnection', each, {
        evidence: [
          seenAt(life.state === 'soon' ? t('Expires') : t('Expired'), each.row.certificateExpiresAt),
          seen(t('Domains'), each.row.domains.join(', ')),
        ],
      });
    }),
};

export const unverifiedDomain: Check<'sso'> = {
  id: 'connection-on-unverified-domain',
  severity: 'critical',
  title: t('Connection active on a domain that nobody verified'),
  why: t(
    'Whoever runs that identity provider says who has an address there, and nobody has shown that the domain is theirs.',
  ),
  effect: t('Switched off, people of these domains sign in as everybody else until the domain is verified.'),
  entity: 'enterpriseConnection',
  needs: [...needs, 'list.organizationDomain'],
  facts: 'sso',
  fix: t('Switch the connections off'),
  find: ({ connections, named }) =>
    connections.flatMap((each) => {
      const { active, domains, organizationId } = each.row;
      if (!active || organizationId === '') return [];
      const open = domains.filter((name) => {
        const own = named.filter(({ row }) => row.name === name && row.organizationId === organizationId);
        return !own.some(({ row }) => row.verification === 'verified' || row.ownership === 'verified');
      });
      if (open.length === 0) return [];
      return hitOf('enterpriseConnection', each, {
        evidence: [seen(t('Active'), true), seen(t('Not verified'), open.join(', '))],
        fix: { verb: 'update', field: 'active', value: false, base: true },
      });
    }),
};

export const twoSources: Check<'sso'> = {
  id: 'sign-in-beside-directory',
  severity: 'advice',
  title: t('Sign-in makes people beside a directory'),
  why: t(
    'The directory decides who is there. Whoever it does not name is made all the same at their first sign-in, and taken out by nobody.',
  ),
  effect: t('With it switched off, in the dashboard, only people whom the directory names can sign in.'),
  entity: 'enterpriseConnection',
  needs: [...needs, 'list.directory'],
  facts: 'sso',
  blind: ({ connections }) =>
    blindSpots(
      'enterpriseConnection',
      connections.filter(({ row }) => row.active && row.signInMakes === ''),
    ),
  find: ({ connections, scim }) =>
    connections.flatMap((each) => {
      const own = scim.find(({ row }) => row.enterpriseConnectionId === each.row.id && row.enabled);
      if (!each.row.active || own === undefined || each.row.signInMakes !== 'yes') return [];
      return hitOf('enterpriseConnection', each, {
        evidence: [seen(t('Makes people at sign-in'), true), seen(t('Directory'), own.row.name)],
      });
    }),
};

export const failedTest: Check<'sso'> = {
  id: 'failed-test',
  severity: 'warning',
  title: t('Connection whose last test failed'),
  why: t('What fails in a test fails for people.'),
  effect: t(
    'People of these domains may not be able to sign in. Mend it with the customer, then test it again.',
  ),
  entity: 'enterpriseConnection',
  needs,
  facts: 'sso',
  find: ({ connections }) =>
    connections
      .filter(({ row }) => row.active && row.lastTest === 'failed')
      .map((each) =>
        hitOf('enterpriseConnection', each, {
          evidence: [
            seen(t('Last test'), t('failed')),
            seenAt(t('Tested'), each.row.lastTestAt),
            ...(each.row.lastTestSays === '' ? [] : [seen(t('The test says'), each.row.lastTestSays)]),
          ],
        }),
      ),
};
