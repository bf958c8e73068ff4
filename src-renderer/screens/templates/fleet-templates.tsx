import { Button } from '@mantine/core';
import { useFeed } from '@renderer/bridge/use-feed';
import { select, setParams, useRoute } from '@renderer/state/use-route';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { TemplateKey } from '@shared/contract/templates';
import type { RecordId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { Download, Mail } from 'lucide-react';
import { useState } from 'react';
import { ChangeForMany } from './change-for-many';
import { FleetTable } from './fleet-table';
import { ReadDialog } from './read-dialog';
import { TemplatePage } from './template-page';

/** `app_1/email/invitation`: the template of an application. */
const keyOf = (text: string): TemplateKey | null => {
  const [slug, type] = text.split('/').reverse();
  return TemplateKey.safeParse({ type, slug }).data ?? null;
};

/** One template over every application of the platform; which one, and what is asked of it, stands in the route. */
export function FleetTemplates() {
  const { id, params } = useRoute(({ route }) => route);
  const kinds = useFeed('templateKinds', {}).value;
  const [changing, setChanging] = useState<readonly RecordId[] | null>(null);
  const [reading, setReading] = useState(false);
  const first = kinds?.find(({ slug }) => slug === 'verification_code') ?? kinds?.[0];
  const key = keyOf(id ?? params.template ?? '') ?? first ?? null;
  if (id !== null && params.alone === 'yes')
    return <TemplatePage key={id} id={id} onClose={() => setParams({ alone: '' })} />;
  if (kinds?.length === 0 || (kinds !== undefined && key === null))
    return (
      <>
        <EmptyState
          icon={Mail}
          title={t('No template is read yet')}
          text={t(
            'Emails and text messages stand in each application’s own instance. Some are asked behind each sync; all of them can be asked now.',
          )}
          actions={
            <Button leftSection={<Download size={13} aria-hidden />} onClick={() => setReading(true)}>
              {t('Read templates…')}
            </Button>
          }
        />
        {reading && <ReadDialog onClose={() => setReading(false)} />}
      </>
    );
  if (key === null || kinds === undefined) return null;
  if (changing !== null)
    return (
      <ChangeForMany
        key={`${key.type}/${key.slug}`}
        template={key}
        applicationIds={changing}
        onClose={() => setChanging(null)}
      />
    );
  return (
    <FleetTable
      template={key}
      kinds={kinds}
      onChange={(ids) => {
        select(null);
        setChanging(ids);
      }}
    />
  );
}
