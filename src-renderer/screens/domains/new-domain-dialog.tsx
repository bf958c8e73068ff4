import { CreateDialog } from '@renderer/screens/kit/create-dialog';
import { RecordSelect } from '@renderer/screens/shared/record-select';
import { useState } from 'react';

interface NewDomainDialogProps {
  readonly opened: boolean;
  readonly onClose: () => void;
}

/** A further domain of one of the applications: its name, and whether it is reached by DNS or through a proxy. */
export function NewDomainDialog(props: NewDomainDialogProps) {
  const [applicationId, setApplicationId] = useState<string | null>(null);
  return (
    <CreateDialog
      entity="domain"
      title="Add a domain"
      without={['proxyUrl']}
      given={{ applicationId: applicationId ?? '' }}
      ready={applicationId !== null}
      head={
        <RecordSelect
          entity="application"
          label="Application"
          value={applicationId}
          onChange={setApplicationId}
        />
      }
      {...props}
    />
  );
}
