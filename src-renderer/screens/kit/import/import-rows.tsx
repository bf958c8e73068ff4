import { engine } from '@renderer/bridge/engine';
import { useRoles } from '@renderer/screens/shared/use-roles';
import { copyText } from '@renderer/state/copy-text';
import { formatCount } from '@renderer/ui/format/format-count';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { VirtualTable } from '@renderer/ui/list/virtual-table/virtual-table';
import { LookMark } from '@renderer/ui/marks/look-mark';
import type { EntityName } from '@shared/domain/entity';
import type { ImportOutcome, ImportRow } from '@shared/domain/import/import-row';
import { t } from '@shared/language/t';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { outcomeLooks, rowText } from './outcome-words';

interface ImportRowsProps {
  readonly entity: EntityName;
  readonly preview: string;
  /** Only these; null for all. */
  readonly outcome: ImportOutcome | null;
  readonly stale: boolean;
}

/** Lines that are asked for at once. */
const page = 200;
const idOf = ({ sheet, line }: ImportRow): string => `${line} ${sheet}`;
const placeOf = ({ sheet, line }: ImportRow): string =>
  `${sheet === '' ? '' : `${sheet}, `}${formatCount(line)}`;
const nameOf = (row: ImportRow): string => {
  const line = t('Line {place}', { place: placeOf(row) });
  return row.name === '' ? line : `${line}: ${row.name}`;
};
const nothing = (): void => undefined;

/** The lines of a preview, each with what becomes of it and why. */
export function ImportRows({ entity, preview, outcome, stale }: ImportRowsProps) {
  const { names } = useRoles();
  const key = `${preview} ${outcome ?? ''}`;
  const [loaded, setLoaded] = useState<{
    readonly key: string;
    readonly total: number;
    readonly pages: ReadonlyMap<number, readonly ImportRow[]>;
  }>();
  const [range, setRange] = useState({ from: 0, to: 60 });
  const fits = loaded?.key === key ? loaded : undefined;
  const wanted = [Math.floor(range.from / page), Math.floor(Math.max(range.from, range.to - 1) / page)];
  const missing = wanted.find((at) => !fits?.pages.has(at));
  useEffect(() => {
    if (missing === undefined) return;
    let ended = false;
    void engine
      .call('importRows', { preview, outcome, offset: missing * page, limit: page })
      .then((answer) => {
        if (ended || !answer.ok) return;
        const { rows, total } = answer.value;
        setLoaded((last) => ({
          key,
          total,
          pages: new Map(last?.key === key ? last.pages : []).set(missing, rows),
        }));
      });
    return () => {
      ended = true;
    };
  }, [preview, outcome, key, missing]);
  const columns = useMemo(() => rowColumns(entity, names), [entity, names]);
  const show = useCallback((from: number, to: number) => setRange({ from, to }), []);
  return (
    <VirtualTable
      label={t('Lines of the file')}
      columns={columns}
      total={fits?.total}
      rowAt={(index) => fits?.pages.get(Math.floor(index / page))?.[index % page]}
      idOf={idOf}
      nameOf={nameOf}
      onShow={show}
      sorts={[{ field: 'line', direction: 'asc' }]}
      onSort={nothing}
      openId={null}
      actions={{ open: nothing, copy: (text, what) => void copyText(text, what) }}
      empty={<p>{t('No such line.')}</p>}
      stale={stale}
      queryKey={key}
    />
  );
}

function rowColumns(entity: EntityName, names: ReadonlyMap<string, string>): readonly Column<ImportRow>[] {
  return [
    { id: 'line', title: t('Line'), track: 'minmax(60px, 0.4fr)', align: 'end', text: placeOf },
    {
      id: 'outcome',
      title: t('Outcome'),
      track: '110px',
      text: ({ outcome }) => outcomeLooks[outcome].word,
      cell: ({ outcome }) => <LookMark look={outcomeLooks[outcome]} />,
    },
    { id: 'name', title: t('Record'), track: 'minmax(120px, 1fr)', text: ({ name }) => name },
    {
      id: 'what',
      title: t('What it does'),
      track: 'minmax(180px, 2.4fr)',
      text: (row) => rowText(entity, row, names),
    },
  ];
}
