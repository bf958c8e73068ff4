import { useUnread } from '@renderer/state/left-out-context';
import type { Application } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import type { ReactNode } from 'react';
import classes from './never-read.module.css';

export const notRead = t('not read');

/** In place of what could not be read: a dash would say that there is none. */
export function NeverRead() {
  return <span className={classes.never}>{notRead}</span>;
}

/** The domain, where the service let it be read. */
export function DomainText({ record, none }: { readonly record: Application; readonly none: ReactNode }) {
  const unread = useUnread(record.id);
  if (record.domain !== '') return record.domain;
  return unread?.path.includes('/domains') ? <NeverRead /> : none;
}
