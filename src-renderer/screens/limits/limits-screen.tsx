import { FacetStats } from '@renderer/screens/kit/facet-stats';
import { fieldFilter, stateFilter } from '@renderer/screens/kit/record-filter';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import type { BulkAction } from '@renderer/screens/kit/record-toolbar';
import { OrganizationInspector } from '@renderer/screens/organizations/organization-inspector';
import { SeatsDialog } from '@renderer/screens/organizations/seats-dialog';
import { optionsOf } from '@renderer/ui/controls/filter-option';
import { seatsLevelWords } from '@shared/domain/figures/seats';
import { t } from '@shared/language/t';
import { FlaskConical, Gauge } from 'lucide-react';
import { limitColumns } from './limit-columns';
import { SimulateDialog } from './simulate-dialog';

const limitFrom = { default: t('Default'), plan: t('Plan'), override: t('Set here') } as const;

const figures = Object.entries(seatsLevelWords).map(([value, label]) => ({
  label,
  field: 'seatsLevel',
  value,
  params: { seatsLevel: value },
}));

const filters = [
  fieldFilter({ field: 'seatsLevel', label: t('Level'), options: optionsOf(seatsLevelWords), counted: true }),
  fieldFilter({
    field: 'seatLimitSource',
    label: t('Limit from'),
    options: optionsOf(limitFrom),
    counted: true,
  }),
  stateFilter,
];

const bulk: readonly BulkAction<'organization'>[] = [
  { id: 'change-seats', dialog: (chosen) => <SeatsDialog {...chosen} /> },
];

/** Seat use of every organization, fullest first; the limit is edited in the row. */
export function LimitsScreen() {
  return (
    <RecordScreen
      entity="organization"
      screen="limits"
      label={t('Seat limits')}
      sort={{ field: 'fullness', direction: 'desc' }}
      columns={limitColumns}
      filters={filters}
      head={<FacetStats entity="organization" label={t('Organizations by seat level')} figures={figures} />}
      inspector={(id, onClose) => <OrganizationInspector id={id} onClose={onClose} />}
      bulk={bulk}
      actions={[
        {
          label: t('Simulate…'),
          icon: FlaskConical,
          needs: ['organizations'],
          dialog: (opened, close) => <SimulateDialog opened={opened} onClose={close} />,
        },
      ]}
      edit
      holds
      icon={Gauge}
      teach={t('Organizations with their seat limits appear here.')}
    />
  );
}
