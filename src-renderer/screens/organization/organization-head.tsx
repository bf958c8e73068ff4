import { Button } from '@mantine/core';
import { RowMark } from '@renderer/screens/shared/row-mark';
import { ServiceTime } from '@renderer/screens/shared/service-time';
import { useCapability } from '@renderer/state/capabilities';
import { replacedValue } from '@renderer/state/server-value';
import { narrowTo, useScope } from '@renderer/state/use-scope';
import { CopyId } from '@renderer/ui/controls/copy-id';
import { Avatar } from '@renderer/ui/marks/avatar';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { StagedValue } from '@renderer/ui/marks/staged-value';
import { isProvisional } from '@shared/domain/ids';
import type { Organization } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';
import { Focus } from 'lucide-react';
import classes from './organization-head.module.css';

/** What it is called, what it is known by, and how fresh what is shown is. */
export function OrganizationHead({ record }: { readonly record: Organization }) {
  const slugsOff = useCapability('organizationSlugs').state !== 'available';
  const scope = useScope();
  const text = (field: string): string | undefined => {
    const server = replacedValue(record, field);
    return server === undefined ? undefined : String(server);
  };
  return (
    <header className={classes.head}>
      <Avatar name={record.name} shape="square" size={40} />
      <div className={classes.names}>
        <h2 className={classes.name}>
          <StagedValue value={record.name} server={text('name')} />
          {record.state !== 'synced' && <RowMark record={record} />}
        </h2>
        <p className={classes.line}>
          {!slugsOff && (
            <span className={classes.slug}>
              <StagedValue value={record.slug || t('no slug')} server={text('slug')} />
            </span>
          )}
          <CopyId id={record.id} />
        </p>
      </div>
      {scope !== record.id && !isProvisional(record.id) && (
        <Button
          variant="default"
          leftSection={<Focus size={13} aria-hidden />}
          onClick={() => narrowTo(record.id)}
        >
          {t('Show only this')}
        </Button>
      )}
      <dl className={classes.times}>
        <div>
          <dt>{t('Changed on the service')}</dt>
          <dd>
            <ServiceTime record={record} at={record.updatedAt} staged={t('not there yet')} ago />
          </dd>
        </div>
        <div>
          <dt>{t('Copied')}</dt>
          <dd>
            <RelativeTime at={record.sync.fetchedAt} never={t('not on the service yet')} ago />
          </dd>
        </div>
      </dl>
    </header>
  );
}
