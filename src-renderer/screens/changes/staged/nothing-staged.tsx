import { Button } from '@mantine/core';
import { go, setParams } from '@renderer/state/use-route';
import { useWorkspace } from '@renderer/state/use-session';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import type { ImportReport } from '@shared/contract/four-eyes';
import { PencilLine } from 'lucide-react';
import { OpenSignedFile } from '../sets/open-signed-file';

/** What is changed in a workspace of each scenario, and where. */
const places = {
  b2b: {
    what: 'Change a role, a name, a seat limit or a logo',
    screen: 'organizations',
    label: 'Organizations',
  },
  b2c: { what: 'Change what can be changed', screen: 'people', label: 'People' },
  platforms: { what: 'Change a name or a policy', screen: 'applications', label: 'Applications' },
} as const;

/** Teaches how a change gets here, and offers what else can be done: past change sets, a colleague's file. */
export function NothingStaged({ onOpened }: { readonly onOpened: (report: ImportReport) => void }) {
  const { what, screen, label } = places[useWorkspace()?.scenario ?? 'b2b'];
  return (
    <EmptyState
      icon={PencilLine}
      title="Nothing staged"
      text={`${what} anywhere in Tenantry, online or not: each change waits here, with what it replaces, until you review it and send it to the service.`}
      actions={
        <>
          <Button onClick={() => go(screen)}>{label}</Button>
          <Button variant="default" onClick={() => setParams({ sets: '1' })}>
            Change sets
          </Button>
          <OpenSignedFile onOpened={onOpened} />
        </>
      }
    />
  );
}
