import { ApiKeys } from '@renderer/screens/kit/api-keys';
import { type ModelTab, ModelTabs } from '@renderer/screens/kit/model-tabs';
import { DnsRecords } from '@renderer/screens/shared/dns-records';
import { t } from '@shared/language/t';
import { AppWindow, Bot, Braces, Globe, KeyRound } from 'lucide-react';
import { MachineScopes } from './machine-scopes';

/** What only the domains of a platform's applications have, and that it is a satellite: no other can be added. */
const notAsked = [
  'isSatellite',
  'applicationId',
  'rank',
  'dns',
  'ssl',
  'mail',
  'proxy',
  'proxyPath',
  'intentId',
];

const lists = {
  oauth: {
    title: t('OAuth applications'),
    entity: 'oauthApplication',
    icon: AppWindow,
    teach: t(
      'Add a product that signs people in with this one, by OAuth or OpenID Connect. Its client secret is shown when you reconcile, once.',
    ),
    removal: t(
      'Nobody can sign in through them any more. Made again, they have another client ID and secret.',
    ),
  },
  tokens: {
    title: t('JWT templates'),
    entity: 'jwtTemplate',
    icon: Braces,
    teach: t(
      'Add a template for tokens of another service: a database or an API that trusts what they claim of a person.',
    ),
    removal: t('Apps that ask for such tokens are refused from then on.'),
  },
  machines: {
    title: t('Machines'),
    entity: 'machine',
    icon: Bot,
    without: ['scopedMachineIds'],
    more: (record) => (
      <>
        <MachineScopes record={record} />
        <ApiKeys holder={record.id} />
      </>
    ),
    teach: t(
      'Add what calls without a person: a worker, a job. Its secret key is shown when you reconcile, once.',
    ),
    removal: t('Their keys and tokens stop working.'),
  },
  keys: {
    title: t('API keys'),
    entity: 'apiKey',
    icon: KeyRound,
    without: ['claims'],
    teach: t(
      'The service lists API keys by their holder only. Open a person, an organization or a machine, and read theirs there; make one here by the id of its holder. The key itself is shown when you reconcile, once.',
    ),
    removal: t('Whoever uses them is refused from then on.'),
  },
  domains: {
    title: t('Domains'),
    entity: 'domain',
    icon: Globe,
    without: ['cnameTargets', ...notAsked],
    more: (record) => <DnsRecords record={record} />,
    teach: t('Add a satellite: another domain whose people sign in through the primary one.'),
    removal: t('People on these domains are signed out there, and cannot sign in any more.'),
  },
} as const satisfies Readonly<Record<string, ModelTab>>;

/** What developers of an application set up at its service. */
export function DevelopersScreen() {
  return <ModelTabs screen="developers" label={t('Parts of developers')} lists={lists} />;
}
