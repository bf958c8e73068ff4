import { choicesOf } from '@renderer/fields/create-fields';
import { modelColumns } from '@renderer/screens/kit/model-columns';
import { fieldFilter, type RecordFilter, stateFilter } from '@renderer/screens/kit/record-filter';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import { select, useRoute } from '@renderer/state/use-route';
import { Mail } from 'lucide-react';
import { TemplatePage } from './template-page';

const columns = modelColumns('template');

const filters: readonly RecordFilter[] = [
  fieldFilter({ field: 'type', label: 'Type', options: choicesOf('template', 'type'), counted: true }),
  fieldFilter({
    field: 'resourceType',
    label: 'Wording',
    options: [
      { value: 'user', label: 'Your own' },
      { value: 'system', label: 'The service’s' },
    ],
    counted: true,
  }),
  stateFilter,
];

/** Emails and text messages: all of them, or one with its words and its preview. */
export function TemplatesScreen() {
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
      teach="Every instance has templates: they appear with the next sync."
    />
  );
}
