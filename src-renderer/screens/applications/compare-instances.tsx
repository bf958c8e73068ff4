import { Button } from '@mantine/core';
import type { Intent } from '@shared/domain/intent';
import type { Application } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { GitCompare } from 'lucide-react';
import { useState } from 'react';
import { TwinsDialog } from './twins-dialog';

interface CompareInstancesProps {
  readonly record: Pick<Application, 'id' | 'name'>;
  readonly openIntents: readonly Intent[];
}

/** The way to what differs between the two instances of an application. */
export function CompareInstances(props: CompareInstancesProps) {
  const [opened, setOpened] = useState(false);
  return (
    <>
      <Button
        variant="default"
        leftSection={<GitCompare size={13} aria-hidden />}
        onClick={() => setOpened(true)}
      >
        {t('Compare its instances…')}
      </Button>
      {opened && <TwinsDialog {...props} onClose={() => setOpened(false)} />}
    </>
  );
}
