import { choicesOf } from '@renderer/fields/create-fields';
import { fieldFilter, stateFilter } from '@renderer/screens/kit/record-filter';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import { RemoveDialog } from '@renderer/screens/kit/remove-dialog';
import { ScreenTabs } from '@renderer/screens/kit/screen-tabs';
import { t } from '@shared/language/t';
import { Globe, Plus } from 'lucide-react';
import { AnnouncedDomains } from './announced-domains';
import { domainColumns, type StateField } from './domain-columns';
import { DomainInspector, domainRemoval } from './domain-inspector';
import { NewDomainDialog } from './new-domain-dialog';

const filterOf = (field: StateField, label: string) =>
  fieldFilter({ field, label, options: [...choicesOf('domain', field)] });

/** The domains of the fleet, and those that are announced before there is an application for them. */
export function DomainsScreen() {
  return (
    <ScreenTabs
      screen="domains"
      label={t('Parts of domains')}
      tabs={[
        { id: 'domains', title: t('Domains'), panel: <AllDomains /> },
        { id: 'announced', title: t('Announced'), panel: <AnnouncedDomains /> },
      ]}
    />
  );
}

/** Every domain of the fleet: how far its DNS, its certificate and its mail are, and what is left to do. */
function AllDomains() {
  return (
    <RecordScreen
      entity="domain"
      screen="domains"
      columns={domainColumns}
      filters={[filterOf('dns', 'DNS'), filterOf('ssl', t('Certificate')), stateFilter]}
      inspector={(id, onClose) => <DomainInspector id={id} onClose={onClose} />}
      actions={[
        {
          label: t('Add a domain…'),
          icon: Plus,
          dialog: (opened, onClose) => <NewDomainDialog opened={opened} onClose={onClose} />,
        },
      ]}
      bulk={[
        {
          id: 'delete-records',
          dialog: (chosen) => <RemoveDialog entity="domain" removal={domainRemoval} {...chosen} />,
        },
      ]}
      icon={Globe}
      teach={t('Domains of all applications appear here, with how far their DNS, certificate and mail are.')}
    />
  );
}
