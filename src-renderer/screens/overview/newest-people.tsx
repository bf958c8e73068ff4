import { Skeleton } from '@mantine/core';
import { useList } from '@renderer/bridge/use-list';
import { NoneOf } from '@renderer/screens/shared/none-of';
import { go } from '@renderer/state/use-route';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { Panel } from '@renderer/ui/layout/panel';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { t } from '@shared/language/t';
import classes from './panel-list.module.css';
import { PanelRow } from './panel-row';

const newest = { sort: { field: 'createdAt', direction: 'desc' }, limit: 14 } as const;

/** Who signed up last. `known`: false until the first copy is complete. */
export function NewestPeople({ known }: { readonly known: boolean }) {
  const { rows } = useList('user', known ? newest : null);
  return (
    <Panel
      title={t('Newest people')}
      action={
        <LinkButton onClick={() => go('people', { params: { sort: 'createdAt:desc' } })}>
          {t('All people')}
        </LinkButton>
      }
    >
      {!rows && <Skeleton height={8} width="70%" mt={10} />}
      {rows?.length === 0 && <NoneOf entity="user">{t('Nobody yet.')}</NoneOf>}
      <ul className={classes.list}>
        {rows?.map(({ id, name, createdAt }) => (
          <PanelRow key={id} name={name} shape="round" onClick={() => go('people', { id, params: {} })}>
            <span className={classes.note}>
              <RelativeTime at={createdAt} ago />
            </span>
          </PanelRow>
        ))}
      </ul>
    </Panel>
  );
}
