import { RecordScreen } from '@renderer/screens/kit/record-screen';
import { setParams, useRoute } from '@renderer/state/use-route';
import { FilterMenu } from '@renderer/ui/controls/filter-menu';
import { t } from '@shared/language/t';
import { Palette } from 'lucide-react';
import { FleetBrandCard } from './fleet-brand-card';
import { fleetBrandColumns } from './fleet-brand-columns';
import { FleetBrandInspector } from './fleet-brand-inspector';
import { previewKinds } from './preview-matrix';

/** Of a customer's card, px: its head, and each page that it shows. */
const sizes = { width: 496, head: 48, page: 170 };

/** Every customer's pages side by side, light and dark, on desktop and phone, with how well each is read. Which pages: `page` in the route. */
export function FleetBranding() {
  const asked = useRoute(({ route }) => route.params.page);
  const chosen = previewKinds.filter(([kind]) => kind === asked);
  const kinds = asked === 'all' ? previewKinds : chosen.length > 0 ? chosen : previewKinds.slice(0, 1);
  return (
    <RecordScreen
      entity="application"
      screen="branding"
      label={t('Branding of the applications')}
      columns={fleetBrandColumns}
      filters={[]}
      gallery={{
        width: sizes.width,
        height: sizes.head + kinds.length * sizes.page,
        render: (record) => <FleetBrandCard record={record} kinds={kinds.map(([kind]) => kind)} />,
      }}
      chip={
        <FilterMenu
          label={t('Page')}
          value={asked ?? previewKinds[0]?.[0] ?? ''}
          options={[
            ...previewKinds.map(([value, label]) => ({ value, label })),
            { value: 'all', label: t('All pages') },
          ]}
          onChange={(page) => setParams({ page })}
        />
      }
      inspector={(id, onClose) => <FleetBrandInspector id={id} onClose={onClose} />}
      icon={Palette}
      teach={t('Every application of the platform has a face: colours, name and texts of its pages.')}
    />
  );
}
