import { Button } from '@mantine/core';
import { type RecordFilter, stateFilter } from '@renderer/screens/kit/record-filter';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import { setParams, useRoute } from '@renderer/state/use-route';
import { configField, configWords } from '@shared/domain/config-field';
import { Network, X } from 'lucide-react';
import { useMemo } from 'react';
import { applicationColumns } from './application-columns';
import { dnsFilter, settingFilter } from './application-filters';
import { ApplicationInspector } from './application-inspector';
import { SetPolicyDialog } from './set-policy-dialog';
import { settingText } from './setting-text';
import { useConfigGroups } from './use-config-groups';

/** The fleet: every application of the platform, compared setting by setting, edited one by one or many at once. */
export function ApplicationsScreen() {
  const params = useRoute(({ route }) => route.params);
  const groups = useConfigGroups();
  const group = groups.find(({ key }) => key === params.policy);
  const columns = useMemo(() => applicationColumns(group), [group]);
  const valued = settingFilter(params);
  const policy: RecordFilter = {
    param: 'policy',
    label: 'Policy',
    none: 'Summary',
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
            aria-label={`${configField(valued.field)?.label} ${settingText(valued.value)}. Show every value`}
            onClick={() => setParams({ set: '', is: '' })}
          >
            {configField(valued.field)?.label} {settingText(valued.value)}
          </Button>
        )
      }
      inspector={(id, onClose) => <ApplicationInspector id={id} group={group?.key} onClose={onClose} />}
      bulk={[
        {
          id: 'set-policy',
          dialog: (chosen) => <SetPolicyDialog {...chosen} groups={groups} group={params.policy} />,
        },
      ]}
      edit
      icon={Network}
      teach="Applications of the platform appear here, each with a user pool, policies and domains of its own."
    />
  );
}
