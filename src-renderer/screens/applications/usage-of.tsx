import { Button } from '@mantine/core';
import { useList } from '@renderer/bridge/use-list';
import { useOperation } from '@renderer/bridge/use-operation';
import { isOfflineByChoice, useStatus } from '@renderer/state/status-context';
import { go } from '@renderer/state/use-route';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { dayText, dayWords } from '@renderer/ui/format/day';
import { formatCount } from '@renderer/ui/format/format-count';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import { NamedFigures } from '@renderer/ui/list/named-figures';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import type { Failure } from '@shared/contract/failure';
import type { StoredRecord } from '@shared/domain/records/record-map';
import { dayMs } from '@shared/domain/utc-day';
import { t } from '@shared/language/t';
import { RefreshCw } from 'lucide-react';
import { useMemo, useState } from 'react';

type Reading = StoredRecord<'usageReading'>;

/** Days that are looked for, and how many of them are listed. */
const lookedFor = 62;
const listed = 7;

const tiers = ['A', 'B', 'C', 'D', 'E', 'F'] as const;

/** What an application used in its billing period, as it was read day by day; read anew on demand. */
export function UsageOf({ applicationId }: { readonly applicationId: string }) {
  const where = useMemo(() => {
    const today = Date.now();
    const ids = Array.from(
      { length: lookedFor },
      (_, back) => `${applicationId}/${dayText(today - back * dayMs)}`,
    );
    return [{ field: 'id', op: 'in' as const, value: ids }];
  }, [applicationId]);
  const { rows = [] } = useList('usageReading', {
    where,
    sort: { field: 'createdAt', direction: 'desc' },
    limit: lookedFor,
  });
  const { run, busy, failure } = useOperation('readUsage');
  const offline = isOfflineByChoice(useStatus());
  const [failed, setFailed] = useState<Failure>();
  const read = async (): Promise<void> => {
    const done = await run({ ids: [applicationId] });
    setFailed(done.ok ? done.value.failed[0]?.failure : undefined);
  };
  const why = failure ?? failed;
  const [latest, ...before] = rows;
  return (
    <InspectorSection
      title={t('Usage')}
      action={
        rows.length > listed && (
          <LinkButton onClick={() => go('applications', { params: { tab: 'usage' } })}>
            {t('Every day')}
          </LinkButton>
        )
      }
    >
      {latest === undefined ? <p>{t('It was not read yet.')}</p> : <Latest reading={latest} />}
      <NamedFigures
        rows={before.slice(0, listed - 1).map((reading) => ({
          id: reading.id,
          name: dayWords(reading.createdAt),
          figures: figuresOf(reading),
        }))}
      />
      <Button
        variant="default"
        loading={busy}
        leftSection={<RefreshCw size={13} aria-hidden />}
        disabled={offline}
        title={offline ? t('You work offline') : undefined}
        onClick={() => void read()}
      >
        {t('Read it now')}
      </Button>
      {why && <InlineFailure failure={why} />}
    </InspectorSection>
  );
}

const figuresOf = ({ activePeople, activeOrganizations, textMessages }: Reading): string =>
  [
    t('{count, plural, one {# person} other {# people}}', { count: activePeople }),
    t('{count, plural, one {# organization} other {# organizations}}', { count: activeOrganizations }),
    t('{count, plural, one {# text} other {# texts}}', { count: textMessages }),
  ].join(', ');

const billed = (all: number, of: number): string =>
  of === 0 ? t('{all, number}, none billed', { all }) : t('{all, number}, {of, number} billed', { all, of });

function Latest({ reading }: { readonly reading: Reading }) {
  const byTier = tiers.flatMap((letter) => {
    const sent = reading[`tier${letter}`];
    return sent === 0 ? [] : [`${formatCount(sent)} ${letter}`];
  });
  return (
    <dl>
      <FieldRow label={t('As of')}>
        {reading.readAt > 0 ? <RelativeTime at={reading.readAt} ago /> : dayWords(reading.createdAt)}
      </FieldRow>
      <FieldRow label={t('Period')}>
        {t('{from} to {until}', {
          from: dayWords(reading.periodStart),
          until: dayWords(reading.periodEnd - 1),
        })}
      </FieldRow>
      <FieldRow label={t('Active people')}>{billed(reading.activePeople, reading.billablePeople)}</FieldRow>
      <FieldRow label={t('Organizations')}>
        {billed(reading.activeOrganizations, reading.billableOrganizations)}
      </FieldRow>
      <FieldRow label={t('Text messages')}>
        {byTier.length === 0
          ? formatCount(reading.textMessages)
          : t('{count, number}, by tier: {tiers}', { count: reading.textMessages, tiers: byTier.join(', ') })}
      </FieldRow>
      <FieldRow label={t('Domains')}>{formatCount(reading.customDomains)}</FieldRow>
      <FieldRow label={t('Connections')}>{formatCount(reading.connections)}</FieldRow>
    </dl>
  );
}
