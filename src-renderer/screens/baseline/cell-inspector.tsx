import { Button, Skeleton } from '@mantine/core';
import { engine } from '@renderer/bridge/engine';
import { useBook } from '@renderer/bridge/use-book';
import { useFeed } from '@renderer/bridge/use-feed';
import { useRecord } from '@renderer/bridge/use-record';
import { settingText } from '@renderer/screens/applications/setting-text';
import { HistoryButton } from '@renderer/screens/shared/history-button';
import { useRemoval } from '@renderer/screens/shared/use-keep';
import { notifyDone, notifyFailure } from '@renderer/state/notify';
import { undoing } from '@renderer/state/undo';
import { go } from '@renderer/state/use-route';
import { CopyId } from '@renderer/ui/controls/copy-id';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { Inspector } from '@renderer/ui/layout/inspector';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { StateMark } from '@renderer/ui/marks/state-mark';
import { rich } from '@renderer/ui/text/rich';
import type { OutputOf } from '@shared/contract/operations';
import { configField, configPrefix } from '@shared/domain/config-field';
import { isDrift } from '@shared/domain/fleet/verdict';
import { RecordId } from '@shared/domain/ids';
import { inSense, t } from '@shared/language/t';
import { Network } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { AcceptDialog } from './accept-dialog';
import classes from './cell-inspector.module.css';
import { MakeBaselineDialog } from './make-baseline-dialog';
import { VerdictMark } from './verdict-mark';

interface CellInspectorProps {
  readonly id: string;
  readonly path: string;
  readonly onClose: () => void;
}

const levels = {
  all: t('for all applications'),
  group: t('for its group'),
  application: t('for this customer'),
} as const;

/** One setting of one customer: what the baseline says, what is held, what is staged; and what can be done about it. */
export function CellInspector({ id, path, onClose }: CellInspectorProps) {
  const [dialog, setDialog] = useState<'accept' | 'make' | null>(null);
  const applicationId = RecordId.parse(id);
  const { record } = useRecord('application', id);
  const { value: cell } = useFeed('fleetCell', { applicationId, path });
  const label = configField(path)?.label ?? path;
  const name = record?.name ?? id;
  const close = (): void => setDialog(null);
  const remove = useRemoval();
  const exception = useBook('exception')?.find((entry) => entry.id === cell?.exception?.id);
  const policy = path.slice(configPrefix.length).split('.')[0] ?? '';
  return (
    <Inspector
      title={name}
      subtitle={
        <>
          <span>{label}</span>
          <CopyId id={id} />
        </>
      }
      marks={cell && <VerdictMark verdict={cell.verdict} />}
      actions={
        cell && (
          <>
            {['differs', 'expired', 'accepted', 'unlicensed'].includes(cell.verdict) &&
              cell.staged?.verdict !== 'same' && (
                <Button onClick={() => void bring(applicationId, path, `${name}: ${label}`)}>
                  {t('Bring to baseline')}
                </Button>
              )}
            {['differs', 'expired', 'accepted', 'unlicensed'].includes(cell.verdict) && (
              <Button variant="default" onClick={() => setDialog('accept')}>
                {cell.verdict === 'accepted' ? t('Accept anew…') : t('Accept for this customer…')}
              </Button>
            )}
            {cell.found !== undefined && !['same', 'missing-variable'].includes(cell.verdict) && (
              <Button variant="default" onClick={() => setDialog('make')}>
                {t('Make it the baseline…')}
              </Button>
            )}
            <Button
              variant="default"
              leftSection={<Network size={13} aria-hidden />}
              onClick={() => go('applications', { id, params: { policy } })}
            >
              {t('Edit')}
            </Button>
            <HistoryButton id={id} />
          </>
        )
      }
      onClose={onClose}
    >
      {cell === undefined && <Skeleton height={8} width="60%" m={16} />}
      {cell === null && <p className={classes.note}>{t('No baseline says what this should be.')}</p>}
      {cell && (
        <>
          <ol className={classes.three} aria-label={t('Three ways')}>
            <Way title={t('Baseline')} note={`${cell.source.name}, ${levels[cell.source.level]}`}>
              {settingText(path, cell.expected)}
            </Way>
            <Way
              title={t('The customer’s')}
              note={<Since since={cell.since} />}
              differs={isDrift(cell.verdict)}
            >
              {cell.found === undefined ? t('not known') : settingText(path, cell.found)}
            </Way>
            <Way
              title={t('Mine, staged')}
              note={
                cell.staged ? <VerdictMark verdict={cell.staged.verdict} /> : t('Nothing is staged here.')
              }
            >
              {cell.staged ? (
                <>
                  {settingText(path, cell.staged.value)} <StateMark kind="staged" />
                </>
              ) : (
                '–'
              )}
            </Way>
          </ol>
          {cell.missing && (
            <p className={classes.note}>
              {t('{variables} has no value for this customer: give it one under Baselines and groups.', {
                variables: cell.missing.map((each) => `{{${each}}}`).join(', '),
              })}
            </p>
          )}
          {cell.verdict === 'unlicensed' && (
            <p className={classes.note}>
              {t('The service would not take the last change of these settings: they are not paid for.')}
            </p>
          )}
          {cell.verdict === 'unknown' && (
            <p className={classes.note}>
              {cell.found === undefined
                ? t('The service does not show this value, so nobody can say whether it differs.')
                : t(
                    'Nobody can say whether {baseline} is for this customer: a value that the rule of its group asks for is not shown.',
                    { baseline: cell.source.name },
                  )}
            </p>
          )}
          {cell.exception && (
            <InspectorSection
              title={t('Exception')}
              action={
                exception && (
                  <LinkButton
                    onClick={() =>
                      void remove(
                        'exception',
                        exception,
                        t('The exception has ended: {name}: {label}', { name, label }),
                      )
                    }
                  >
                    {t('End it')}
                  </LinkButton>
                )
              }
            >
              <dl>
                <FieldRow label={inSense('deviation', 'Accepted')}>
                  {settingText(path, cell.exception.value)}
                </FieldRow>
                <FieldRow label={t('Reason')}>{cell.exception.reason}</FieldRow>
                <FieldRow label={t('Accepted by')}>{cell.exception.by || t('nobody named')}</FieldRow>
                <FieldRow label={t('Until')}>
                  {cell.exception.until === null ? (
                    t('no end')
                  ) : (
                    <RelativeTime at={cell.exception.until} ago />
                  )}
                </FieldRow>
              </dl>
            </InspectorSection>
          )}
          {dialog === 'accept' && (
            <AcceptDialog application={{ id, name }} path={path} label={label} cell={cell} onClose={close} />
          )}
          {dialog === 'make' && <MakeBaselineDialog path={path} label={label} cell={cell} onClose={close} />}
        </>
      )}
    </Inspector>
  );
}

interface WayProps {
  readonly title: string;
  readonly note: ReactNode;
  readonly differs?: boolean;
  readonly children: ReactNode;
}

function Way({ title, note, differs = false, children }: WayProps) {
  return (
    <li className={classes.way} data-differs={differs || undefined}>
      <span className={classes.title}>{title}</span>
      <span className={classes.value}>{children}</span>
      <span className={classes.aside}>{note}</span>
    </li>
  );
}

function Since({ since }: { readonly since: NonNullable<OutputOf<'fleetCell'>>['since'] }) {
  if (since === null) return t('Since before the copy began');
  const when = <RelativeTime at={since.at} ago />;
  return since.source === 'local'
    ? rich('Since {when}, reconciled from here', { when })
    : rich('Since {when}, changed on the service', { when });
}

/** Chosen one by one: what was accepted or is not paid for goes too. */
async function bring(applicationId: RecordId, path: string, what: string): Promise<void> {
  const brought = await engine.call('bringToBaseline', {
    applicationIds: [applicationId],
    paths: [path],
    oneByOne: true,
  });
  if (!brought.ok) return notifyFailure(brought.error);
  const [rejected] = brought.value.rejected;
  if (rejected) return notifyFailure(rejected.failure);
  const [staged] = brought.value.staged;
  if (staged) notifyDone(t('Staged. {what} to the baseline', { what }), undoing(staged.gesture));
}
