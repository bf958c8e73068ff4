import { CreateDialog } from '@renderer/screens/kit/create-dialog';
import { RecordSelect } from '@renderer/screens/shared/record-select';
import { t } from '@shared/language/t';
import { useState } from 'react';

interface NewDomainDialogProps {
  /** The announced domain that becomes one of an application. */
  readonly announced?: { readonly id: string; readonly name: string };
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A further domain of one of the applications: its name, and whether it is reached by DNS or through a proxy. */
export function NewDomainDialog({ announced, ...props }: NewDomainDialogProps) {
  const [applicationId, setApplicationId] = useState<string | null>(null);
  return (
    <CreateDialog
      entity="domain"
      title={announced === undefined ? t('Add a domain') : t('Add {name}', { name: announced.name })}
      without={['proxyUrl', 'intentId', 'isSatellite']}
      given={{
        applicationId: applicationId ?? '',
        ...(announced && { name: announced.name, intentId: announced.id }),
      }}
      ready={applicationId !== null}
      head={
        <RecordSelect
          entity="application"
          label={t('Application')}
          value={applicationId}
          onChange={setApplicationId}
        />
      }
      {...props}
    />
  );
}
