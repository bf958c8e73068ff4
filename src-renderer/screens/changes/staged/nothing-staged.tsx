import { Button } from '@mantine/core';
import { go, setParams } from '@renderer/state/use-route';
import { useWorkspace } from '@renderer/state/use-session';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import type { ImportReport } from '@shared/contract/four-eyes';
import { t } from '@shared/language/t';
import { PencilLine } from 'lucide-react';
import { OpenSignedFile } from '../sets/open-signed-file';

/** What is changed in a workspace of each scenario, and where. */
const places = {
  b2b: {
    what: t('Change a role, a name, a seat limit or a logo'),
    screen: 'organizations',
    label: t('Organizations'),
  },
  b2c: { what: t('Change what can be changed'), screen: 'people', label: t('People') },
  platforms: { what: t('Change a name or a policy'), screen: 'applications', label: t('Applications') },
} as const;

/** Teaches how a change gets here, and offers what else can be done: past change sets, a colleague's file. */
export function NothingStaged({ onOpened }: { readonly onOpened: (report: ImportReport) => void }) {
  const { what, screen, label } = places[useWorkspace()?.scenario ?? 'b2b'];
  return (
    <EmptyState
      icon={PencilLine}
      title={t('Nothing staged')}
      text={t(
        '{what} anywhere in Tenantry, online or not: each change waits here, with what it replaces, until you review it and send it to the service.',
        { what },
      )}
      actions={
        <>
          <Button onClick={() => go(screen)}>{label}</Button>
          <Button variant="default" onClick={() => setParams({ sets: '1' })}>
            {t('Change sets')}
          </Button>
          <OpenSignedFile onOpened={onOpened} />
        </>
      }
    />
  );
}
