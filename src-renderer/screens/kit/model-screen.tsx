import { valueText } from '@renderer/fields/field-value';
import type { ScreenName } from '@shared/contract/screens';
import { takes } from '@shared/domain/capabilities';
import { type EntityName, entityWords, modelOf } from '@shared/domain/entity';
import { rulesOf } from '@shared/domain/rules/rules-of';
import { t } from '@shared/language/t';
import { type LucideIcon, Plus } from 'lucide-react';
import { useMemo } from 'react';
import { CreateDialog } from './create-dialog';
import { modelColumns } from './model-columns';
import { ModelInspector, type ModelInspectorProps } from './model-inspector';
import { fieldFilter, type RecordFilter, stateFilter } from './record-filter';
import { RecordScreen } from './record-screen';
import type { BulkAction, ScreenAction } from './record-toolbar';
import { RemoveDialog } from './remove-dialog';

export interface Modelled
  extends Pick<ModelInspectorProps, 'entity' | 'removal' | 'without' | 'facts' | 'more'> {
  readonly icon: LucideIcon;
  /** Values of the fields that have few, which the table filters by. */
  readonly values?: Readonly<Record<string, readonly string[]>>;
  /** What makes the first, or where they come from, as a sentence. */
  readonly teach: string;
  /** What else can be made. */
  readonly actions?: readonly ScreenAction[];
}

const noValues: NonNullable<Modelled['values']> = {};

/** A table of records as their model describes them: made, looked at, edited and taken away. */
export function ModelScreen({ screen, ...modelled }: Modelled & { readonly screen: ScreenName }) {
  const { entity, icon, values = noValues, teach, actions = [] } = modelled;
  const { create = t('New') } = entityWords[entity];
  const columns = useMemo(() => modelColumns(entity), [entity]);
  const filters = useMemo<readonly RecordFilter[]>(
    () => [
      ...Object.entries(values).map(([field, options]) =>
        fieldFilter({
          field,
          label: modelOf(entity).fields[field]?.label ?? field,
          options: options.map((value) => ({ value, label: valueText(entity, field, value) })),
          counted: true,
        }),
      ),
      stateFilter,
    ],
    [entity, values],
  );
  const making: ScreenAction = {
    label: `${create}…`,
    icon: Plus,
    needs: [`list.${entity}`, takes('create', entity)],
    dialog: (opened, close) => (
      <CreateDialog entity={entity} without={modelled.without ?? []} opened={opened} onClose={close} />
    ),
  };
  const { removal } = modelled;
  const bulk: readonly BulkAction<EntityName>[] =
    removal === undefined
      ? []
      : [{ id: 'delete-entries', dialog: (chosen) => <RemoveDialog {...chosen} {...{ entity, removal }} /> }];
  return (
    <RecordScreen
      key={entity}
      entity={entity}
      screen={screen}
      columns={columns}
      filters={filters}
      inspector={(id, onClose) => <ModelInspector {...modelled} id={id} onClose={onClose} />}
      actions={rulesOf(entity).create === undefined ? actions : [making, ...actions]}
      bulk={bulk}
      icon={icon}
      teach={teach}
    />
  );
}
