import { Button } from '@mantine/core';
import { go, setParams } from '@renderer/state/use-route';
import { EmptyState } from '@renderer/ui/empty-state';
import type { ImportReport } from '@shared/contract/four-eyes';
import { PencilLine } from 'lucide-react';
import { OpenSignedFile } from '../sets/open-signed-file';

/** Teaches how a change gets here, and offers what else can be done: past change sets, a colleague's file. */
export function NothingStaged({ onOpened }: { readonly onOpened: (report: ImportReport) => void }) {
  return (
    <EmptyState
      icon={PencilLine}
      title="Nothing staged"
      text="Change a role, a name, a seat limit or a logo anywhere in Tenantry, online or not: each change waits here, with what it replaces, until you review it and send it to the service."
      actions={
        <>
          <Button onClick={() => go('organizations')}>Organizations</Button>
          <Button variant="default" onClick={() => setParams({ sets: '1' })}>
            Change sets
          </Button>
          <OpenSignedFile onOpened={onOpened} />
        </>
      }
    />
  );
}
