import { choicesOf } from '@renderer/fields/create-fields';
import { modelColumns } from '@renderer/screens/kit/model-columns';
import { fieldFilter, type RecordFilter, stateFilter } from '@renderer/screens/kit/record-filter';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import { select, useRoute } from '@renderer/state/use-route';
import { useWorkspace } from '@renderer/state/use-session';
import { t } from '@shared/language/t';
import { Mail } from 'lucide-react';
import { FleetTemplates } from './fleet-templates';
import { TemplatePage } from './template-page';

const columns = modelColumns('template');

const filters: readonly RecordFilter[] = [
  fieldFilter({ field: 'type', label: t('Type'), options: choicesOf('template', 'type'), counted: true }),
  fieldFilter({
    field: 'resourceType',
    label: t('Wording'),
    options: [
      { value: 'user', label: t('Your own') },
      { value: 'system', label: t('The service’s') },
    ],
    counted: true,
  }),
  stateFilter,
];

/** Emails and text messages: of one instance, or of every application of a platform. */
export function TemplatesScreen() {
  return useWorkspace()?.scenario === 'platforms' ? <FleetTemplates /> : <OwnTemplates />;
}

/** All of an instance, or one with its words and its preview. */
function OwnTemplates() {
  const id = useRoute(({ route }) => route.id);
  if (id !== null && id !== undefined) return <TemplatePage key={id} id={id} onClose={() => select(null)} />;
  return (
    <RecordScreen
      entity="template"
      screen="templates"
      columns={columns}
      filters={filters}
      inspector={() => null}
      icon={Mail}
      teach={t('Every instance has templates: they appear with the next sync.')}
    />
  );
}
