import { Button } from '@mantine/core';
import { ModelScreen } from '@renderer/screens/kit/model-screen';
import { DnsRecords } from '@renderer/screens/shared/dns-records';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import { isProvisional } from '@shared/domain/ids';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { Globe, Megaphone } from 'lucide-react';
import { useState } from 'react';
import { NewDomainDialog } from './new-domain-dialog';

const states = { status: ['pending', 'completed', 'canceled', 'expired'] };

/** Domains before there is an application for them: their records, to hand over, and the way to make a domain of one. */
export function AnnouncedDomains() {
  return (
    <ModelScreen
      entity="domainIntent"
      screen="domains"
      icon={Megaphone}
      values={states}
      without={['cnameTargets', 'domainId']}
      teach={t(
        "Announce a domain to get its DNS records before there is an application for it: the customer's IT can set them meanwhile.",
      )}
      more={(record) => <Announced record={record as StoredRecord<'domainIntent'>} />}
    />
  );
}

function Announced({ record }: { readonly record: StoredRecord<'domainIntent'> }) {
  const [adding, setAdding] = useState(false);
  const { id, name, status } = record;
  return (
    <>
      <DnsRecords record={record} />
      {status === 'pending' && !isProvisional(id) && (
        <InspectorSection title={t('Application')}>
          <Button
            variant="default"
            leftSection={<Globe size={13} aria-hidden />}
            onClick={() => setAdding(true)}
          >
            {t('Add it to an application…')}
          </Button>
        </InspectorSection>
      )}
      <NewDomainDialog announced={{ id, name }} opened={adding} onClose={() => setAdding(false)} />
    </>
  );
}
