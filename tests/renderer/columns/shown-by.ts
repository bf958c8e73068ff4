import { HeadlessMantineProvider } from '@mantine/core';
import type { Row } from '@renderer/bridge/use-rows';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { configField } from '@shared/domain/config-field';
import { type EntityName, modelOf } from '@shared/domain/entity';
import { fieldAt } from '@shared/domain/records/fields-of';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { type Place, placesOf, rowOf } from './row-values';

export interface Table {
  readonly columns: readonly Column<never>[];
  readonly places: readonly Place[];
  readonly rowWith: (changed?: Place) => never;
  readonly labelOf: (place: string) => string | undefined;
}

export function ofRecords<E extends EntityName>(entity: E, columns: readonly Column<Row<E>>[]): Table {
  const places = placesOf(entity);
  return {
    columns,
    places,
    rowWith: (changed) => rowOf(entity, places, changed) as never,
    labelOf: (place) =>
      fieldAt(entity, place)?.label ?? configField(place)?.label ?? besideLabel(entity, place),
  };
}

function besideLabel(entity: EntityName, place: string): string | undefined {
  const beside = modelOf(entity).beside?.[place.replace('beside.', '')];
  return beside && 'label' in beside ? beside.label : undefined;
}

const markup = (node: ReactNode): string =>
  renderToStaticMarkup(createElement(HeadlessMantineProvider, null, node));

/**
 * What a column shows, found by changing one value of the row after the other: '' where it is the one field that its title names, with
 * what is staged of it, and by which rows are sorted, if they can be.
 */
function shownBy(
  { title, sortField, text, cell }: Column<never>,
  { places, rowWith, labelOf }: Table,
): string {
  const changing = (draw: (row: never) => string): readonly string[] => {
    const before = draw(rowWith());
    return places.filter((place) => draw(rowWith(place)) !== before).map(({ at }) => at);
  };
  const said = changing(text);
  const drawn = cell === undefined ? said : changing((row) => markup(cell(row)));
  const staged = said.map((at) => `server.${at}`).filter((at) => places.some((place) => place.at === at));
  const more = drawn.filter((at) => !said.includes(at) && !staged.includes(at));
  const [only] = said.length === 1 ? said : [];
  return [
    only !== undefined && labelOf(only) === title ? '' : said.join(', '),
    sortField === undefined || sortField === only ? '' : `sorted by ${sortField}`,
    said.every((at) => drawn.includes(at)) ? '' : 'not drawn',
    staged.every((at) => drawn.includes(at)) ? '' : 'not what is staged',
    more.length === 0 ? '' : `with ${more.join(', ')}`,
  ]
    .filter((part) => part !== '')
    .join('; ');
}

/** Columns whose title is not the name of their one field, and what they show. */
export const told = (table: Table): Readonly<Record<string, string>> =>
  Object.fromEntries(
    table.columns.flatMap((column) => {
      const shown = shownBy(column, table);
      return shown === '' ? [] : [[column.title, shown]];
    }),
  );
