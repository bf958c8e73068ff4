import { Button } from '@mantine/core';
import { ModelScreen } from '@renderer/screens/kit/model-screen';
import { type RecordFilter, stateFilter } from '@renderer/screens/kit/record-filter';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import { ScreenTabs } from '@renderer/screens/kit/screen-tabs';
import { NewFleetReviewDialog } from '@renderer/screens/reviews/fleet/new-fleet-review-dialog';
import { CopyPoolsDialog } from '@renderer/screens/shared/copy-pools-dialog';
import { setParams, useRoute } from '@renderer/state/use-route';
import { configField, configWords } from '@shared/domain/config-field';
import { t } from '@shared/language/t';
import { Gauge, Network, Plus, Truck, X } from 'lucide-react';
import { useMemo } from 'react';
import { applicationColumns } from './application-columns';
import { ApplicationInspector } from './application-inspector';
import { dnsFilter, settingFilter } from './fleet-filters';
import { NewApplicationDialog } from './new-application-dialog';
import { SetPolicyDialog } from './set-policy-dialog';
import { settingText } from './setting-text';
import { useConfigGroups } from './use-config-groups';

/** The fleet, which of its applications are offered to another account, and what each of them used. */
export function ApplicationsScreen() {
  return (
    <ScreenTabs
      screen="applications"
      label={t('Parts of applications')}
      tabs={[
        { id: 'applications', title: t('Applications'), panel: <AllApplications /> },
        {
          id: 'transfers',
          title: t('Transfers'),
          panel: <ModelScreen {...transfers} screen="applications" />,
        },
        { id: 'usage', title: t('Usage'), panel: <ModelScreen {...usage} screen="applications" /> },
      ]}
    />
  );
}

const transfers = {
  entity: 'applicationTransfer',
  icon: Truck,
  values: { status: ['pending', 'completed', 'canceled', 'expired'] },
  teach: t(
    'Offer an application to another account: whoever opens the link with its code within 24 hours takes it over, with its people.',
  ),
} as const;

const usage = {
  entity: 'usageReading',
  icon: Gauge,
  teach: t(
    'What each application used in its billing period appears here, a line a day: some are read behind each sync, one by one in its inspector.',
  ),
} as const;

/** Every application of the platform, compared setting by setting, edited one by one or many at once. */
function AllApplications() {
  const params = useRoute(({ route }) => route.params);
  const groups = useConfigGroups();
  const group = groups.find(({ key }) => key === params.policy);
  const columns = useMemo(() => applicationColumns(group), [group]);
  const valued = settingFilter(params);
  const policy: RecordFilter = {
    param: 'policy',
    label: t('Policy'),
    none: t('Summary'),
    options: groups.map(({ key }) => ({ value: key, label: configWords(key) })),
    where: () => [],
    keepsRows: true,
  };
  return (
    <RecordScreen
      entity="application"
      screen="applications"
      columns={columns}
      filters={[policy, dnsFilter, stateFilter]}
      scope={{ where: valued ? [valued] : [], params: ['set'] }}
      chip={
        valued && (
          <Button
            variant="light"
            rightSection={<X size={12} aria-hidden />}
            aria-label={t('{label} {field}. Show every value', {
              label: configField(valued.field)?.label ?? valued.field,
              field: settingText(valued.field, valued.value),
            })}
            onClick={() => setParams({ set: '', is: '' })}
          >
            {configField(valued.field)?.label} {settingText(valued.field, valued.value)}
          </Button>
        )
      }
      inspector={(id, onClose) => <ApplicationInspector id={id} group={group?.key} onClose={onClose} />}
      actions={[
        {
          label: t('New application…'),
          icon: Plus,
          dialog: (opened, onClose) => <NewApplicationDialog opened={opened} onClose={onClose} />,
        },
      ]}
      bulk={[
        {
          id: 'set-policy',
          dialog: (chosen) => <SetPolicyDialog {...chosen} groups={groups} group={params.policy} />,
        },
        {
          id: 'copy-pools',
          dialog: ({ rows, onClose }) => (
            <CopyPoolsDialog applicationIds={rows.map(({ id }) => id)} onClose={onClose} />
          ),
        },
        {
          id: 'review-access',
          dialog: ({ rows, onClose }) => (
            <NewFleetReviewDialog applicationIds={rows.map(({ id }) => id)} onClose={onClose} />
          ),
        },
      ]}
      edit
      icon={Network}
      teach={t(
        'Applications of the platform appear here, each with a user pool, policies and domains of its own.',
      )}
    />
  );
}
