import { CreateDialog } from '@renderer/screens/kit/create-dialog';
import { modelColumns, wordOf } from '@renderer/screens/kit/model-columns';
import { fieldFilter, type RecordFilter, stateFilter } from '@renderer/screens/kit/record-filter';
import { RecordScreen } from '@renderer/screens/kit/record-screen';
import type { BulkAction, ScreenAction } from '@renderer/screens/kit/record-toolbar';
import { type EntityName, entityWords, modelOf } from '@shared/domain/entity';
import { ClipboardList, type LucideIcon, Plus } from 'lucide-react';
import { type ReactNode, useMemo } from 'react';
import { ListedInspector } from './listed-inspector';
import { PasteDialog } from './paste-dialog';
import { RemoveDialog } from './remove-dialog';

export interface Listed {
  readonly entity: EntityName;
  readonly icon: LucideIcon;
  /** Values of the fields that have few, which the table filters by. */
  readonly values: Readonly<Record<string, readonly string[]>>;
  /** What makes the first, as a sentence. */
  readonly teach: string;
  /** What a removal comes to, as a sentence. */
  readonly removal: string;
  /** Under the preview of a pasted list: whom the new ones concern. */
  readonly concerns?: (values: readonly string[]) => ReactNode;
}

/** One list of the sign-up screen, as its model describes it: made one by one or pasted, and taken away. */
export function ListedTab(listed: Listed) {
  const { entity, icon, values, teach, concerns } = listed;
  const { create = 'New' } = entityWords[entity];
  const columns = useMemo(() => modelColumns(entity), [entity]);
  const filters = useMemo<readonly RecordFilter[]>(
    () => [
      ...Object.entries(values).map(([field, options]) =>
        fieldFilter({
          field,
          label: modelOf(entity).fields[field]?.label ?? field,
          options: options.map((value) => ({ value, label: wordOf(entity, field, value) })),
          counted: true,
        }),
      ),
      stateFilter,
    ],
    [entity, values],
  );
  const needs = [`list.${entity}`] as const;
  const actions: readonly ScreenAction[] = [
    {
      label: `${create}…`,
      icon: Plus,
      needs,
      dialog: (opened, close) => <CreateDialog entity={entity} opened={opened} onClose={close} />,
    },
    {
      label: 'Paste a list…',
      icon: ClipboardList,
      needs,
      dialog: (opened, close) => (
        <PasteDialog entity={entity} concerns={concerns} opened={opened} onClose={close} />
      ),
    },
  ];
  const bulk: readonly BulkAction<EntityName>[] = [
    { id: 'delete-entries', dialog: (chosen) => <RemoveDialog {...listed} {...chosen} /> },
  ];
  return (
    <RecordScreen
      key={entity}
      entity={entity}
      screen="sign-up"
      columns={columns}
      filters={filters}
      inspector={(id, onClose) => <ListedInspector {...listed} id={id} onClose={onClose} />}
      actions={actions}
      bulk={bulk}
      icon={icon}
      teach={teach}
    />
  );
}
