import { fieldLabel } from '@renderer/fields/field-input';
import { copyText } from '@renderer/state/copy-text';
import { TextDifference } from '@renderer/ui/layout/text-difference';
import type { Column } from '@renderer/ui/list/virtual-table/column';
import { VirtualTable } from '@renderer/ui/list/virtual-table/virtual-table';
import { LookMark } from '@renderer/ui/marks/look-mark';
import { rich } from '@renderer/ui/text/rich';
import type { ManyRow } from '@shared/contract/templates';
import { t } from '@shared/language/t';
import { useMemo } from 'react';
import classes from './many-outcomes.module.css';
import { outcomeLooks } from './template-looks';

interface ManyOutcomesProps {
  /** Undefined while they are worked out. */
  readonly rows: readonly ManyRow[] | undefined;
  /** Id of the application that is looked at. */
  readonly shown: string | null;
  readonly onShow: (applicationId: string) => void;
}

const columns: readonly Column<ManyRow>[] = [
  { id: 'name', title: t('Application'), track: 'minmax(140px, 1fr)', text: ({ name }) => name },
  {
    id: 'outcome',
    title: t('Outcome'),
    track: '170px',
    text: ({ outcome }) => outcomeLooks[outcome].word,
    cell: ({ outcome }) => <LookMark look={outcomeLooks[outcome]} />,
  },
];

/** Who is left out comes first. */
const order: readonly ManyRow['outcome'][] = [
  ...(['collides', 'lacks', 'refused', 'not-read'] as const),
  ...(['merged', 'clean', 'same'] as const),
];

/** What a change comes to for each of many, and of the one that is looked at, why, and where it collides. */
export function ManyOutcomes({ rows: given, shown, onShow }: ManyOutcomesProps) {
  const rows = useMemo(
    () => given?.toSorted((a, b) => order.indexOf(a.outcome) - order.indexOf(b.outcome)),
    [given],
  );
  const looked = rows?.find(({ applicationId }) => applicationId === shown);
  return (
    <>
      <div className={classes.table}>
        <VirtualTable
          label={t('What the change comes to for each')}
          columns={columns}
          total={rows?.length}
          rowAt={(index) => rows?.[index]}
          idOf={({ applicationId }) => applicationId}
          nameOf={({ name }) => name}
          onShow={() => undefined}
          sorts={[{ field: 'name', direction: 'asc' }]}
          onSort={() => undefined}
          openId={shown}
          actions={{
            open: ({ applicationId }) => onShow(applicationId),
            copy: (text, what) => void copyText(text, what),
          }}
          queryKey=""
          empty={null}
        />
      </div>
      {looked && looked.why !== '' && (
        <p className={classes.why}>
          {looked.name}: {looked.why} {t('Nothing is staged for it.')}
        </p>
      )}
      {looked?.collisions.map(({ field, base, mine, theirs }) => (
        <section
          key={`${field} ${base}`}
          aria-label={t('Collision in {label}', { label: fieldLabel('template', field) })}
        >
          <p className={classes.was}>
            {rich('{label} was: {before}', {
              label: fieldLabel('template', field),
              before: <q>{base}</q>,
            })}
          </p>
          <TextDifference before={theirs} after={mine} titles={[t('Its own'), t('Yours')]} />
        </section>
      ))}
    </>
  );
}
