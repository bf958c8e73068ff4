import { Button, Skeleton } from '@mantine/core';
import { engine } from '@renderer/bridge/engine';
import { useFeed } from '@renderer/bridge/use-feed';
import { FailedTable } from '@renderer/screens/shared/failed-table';
import { notifyFailure } from '@renderer/state/notify';
import { select, setParams, useRoute } from '@renderer/state/use-route';
import { useScoped } from '@renderer/state/use-scope';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { HeaderSlot } from '@renderer/ui/layout/header-slot';
import { ScreenLayout } from '@renderer/ui/layout/screen-layout';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import type { Findings } from '@shared/contract/findings';
import { t } from '@shared/language/t';
import { Plus, RefreshCw, SearchCheck } from 'lucide-react';
import { CheckDialog } from './check-dialog';
import { FindingInspector } from './finding-inspector';
import { FindingsHead } from './findings-head';
import { FindingsList } from './findings-list';
import classes from './findings-screen.module.css';

/** What is wrong in the copy, worst first: why, whom it hits, what mends it, and who answers for the rest. */
export function FindingsScreen() {
  const { value, failure } = useFeed('findings', useScoped());
  const { id, params } = useRoute(({ route }) => route);
  const opened = value?.outcomes.find(({ check }) => check.id === id);
  return (
    <ScreenLayout
      inspector={opened && <FindingInspector key={id} outcome={opened} onClose={() => select(null)} />}
    >
      <HeaderSlot place="actions">
        <Button
          size="xs"
          variant="default"
          leftSection={<Plus size={13} aria-hidden />}
          onClick={() => setParams({ make: '1' })}
        >
          {t('New check…')}
        </Button>
        <TryButton findings={value} />
      </HeaderSlot>
      {failure && !value && <FailedTable title={t('Findings cannot be read')} failure={failure} />}
      {!value && !failure && <Skeleton m={16} height={10} width="45%" />}
      {value?.outcomes.length === 0 && <NeverTried trying={value.trying !== null} />}
      {value && value.outcomes.length > 0 && (
        <ScrollBody label={t('Findings')}>
          <div className={classes.body}>
            <FindingsHead findings={value} />
            <FindingsList outcomes={value.outcomes} openId={id} />
          </div>
        </ScrollBody>
      )}
      {params.make !== undefined && (
        <CheckDialog
          given={params}
          onClose={() => setParams({ make: '', entity: '', where: '', text: '' })}
        />
      )}
    </ScreenLayout>
  );
}

function TryButton({ findings }: { readonly findings: Findings | undefined }) {
  const trying = findings?.trying ?? null;
  const look = async (): Promise<void> => {
    const tried = await engine.call('tryFindings', {});
    if (!tried.ok) notifyFailure(tried.error);
  };
  return (
    <Button
      size="xs"
      variant="default"
      leftSection={<RefreshCw size={13} aria-hidden />}
      disabled={trying !== null}
      onClick={() => void look()}
    >
      {trying === null
        ? t('Look again')
        : t('{done, number} of {of, number} checks', { done: trying.done, of: trying.of })}
    </Button>
  );
}

function NeverTried({ trying }: { readonly trying: boolean }) {
  return (
    <EmptyState
      icon={SearchCheck}
      title={trying ? t('Looking') : t('Nothing was looked at yet')}
      text={t(
        'Behind each complete sync Tenantry tries its checks over the copy: certificates, admins, seats, leavers and more. Nothing is asked of the service for it.',
      )}
    />
  );
}
