import { Button } from '@mantine/core';
import { useBook } from '@renderer/bridge/use-book';
import { RecordInspector } from '@renderer/screens/kit/record-inspector';
import { go } from '@renderer/state/use-route';
import { dayWords } from '@renderer/ui/format/day';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import { StateMark } from '@renderer/ui/marks/state-mark';
import type { CustomerRow, LimitRow, PushRow } from '@shared/domain/limits/customer';
import { sourceWords } from '@shared/domain/limits/customer';
import { limitWords } from '@shared/domain/limits/usage';
import { inSense, t } from '@shared/language/t';
import { BookOpen, Network, PencilRuler } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import classes from './customer-inspector.module.css';
import { customerBeside } from './customer-of';
import { GivePlanDialog } from './give-plan-dialog';
import { LimitBar } from './limit-bar';
import { heldText, valueText } from './limit-text';
import { OverrideDialog } from './override-dialog';

interface CustomerInspectorProps {
  readonly id: string;
  readonly onClose: () => void;
}

/** One customer: its plan, each limit with where it comes from, what comes next and what has ended, and what the service has. */
export function CustomerInspector({ id, onClose }: CustomerInspectorProps) {
  const [dialog, setDialog] = useState<'plan' | 'override' | null>(null);
  const subscriptions = useBook('customerSubscription');
  const subscription = subscriptions?.find((entry) => entry.id === id);
  const close = (): void => setDialog(null);
  return (
    <RecordInspector entity="application" id={id} onClose={onClose}>
      {({ record, extras }) => {
        const customer = customerBeside(extras);
        return {
          actions: (
            <>
              <Button
                variant="default"
                leftSection={<BookOpen size={13} aria-hidden />}
                onClick={() => setDialog('plan')}
              >
                {t('Give a plan…')}
              </Button>
              <Button
                variant="default"
                leftSection={<Network size={13} aria-hidden />}
                onClick={() => go('applications', { id: record.id })}
              >
                {t('Its application')}
              </Button>
            </>
          ),
          facts: (
            <>
              <FieldRow label={t('Plan')}>{customer?.planName || inSense('plan', 'None')}</FieldRow>
              {subscription && <FieldRow label={t('Since')}>{dayWords(subscription.value.since)}</FieldRow>}
              <FieldRow label={t('Usage counted')}>
                {customer?.countedAt ? <RelativeTime at={customer.countedAt} ago /> : t('Never')}
              </FieldRow>
            </>
          ),
          more: (
            <>
              <Limits
                customer={customer}
                action={
                  <Button
                    variant="default"
                    size="compact-xs"
                    leftSection={<PencilRuler size={12} aria-hidden />}
                    onClick={() => setDialog('override')}
                  >
                    {t('Override…')}
                  </Button>
                }
              />
              {dialog === 'plan' && (
                <GivePlanDialog rows={[record]} onClose={close} onDone={() => undefined} />
              )}
              {dialog === 'override' && subscriptions && (
                <OverrideDialog id={record.id} name={record.name} entry={subscription} onClose={close} />
              )}
            </>
          ),
        };
      }}
    </RecordInspector>
  );
}

interface LimitsProps {
  /** Null while nobody has a plan. */
  readonly customer: CustomerRow | null;
  readonly action: ReactNode;
}

function Limits({ customer, action }: LimitsProps) {
  const { limits = [], pushes = [] } = customer ?? {};
  return (
    <>
      <InspectorSection title={t('Limits')} action={action}>
        <ul className={classes.list}>
          {limits.map((row) => (
            <Limit key={row.limit} row={row} />
          ))}
        </ul>
      </InspectorSection>
      {pushes.map((push) => (
        <InspectorSection
          key={push.field}
          title={t('{label} on the service', { label: limitWords[push.limit].label })}
        >
          <Pushed push={push} />
        </InspectorSection>
      ))}
    </>
  );
}

function Limit({ row }: { readonly row: LimitRow }) {
  const { limit, value, next, expired, beyond, level } = row;
  return (
    <li className={classes.item}>
      <span className={classes.head}>
        <span>{limitWords[limit].label}</span>
        <span className={classes.source}>
          {valueText(value)}, {sourceWords(row)}
        </span>
      </span>
      <LimitBar row={row} wide />
      {level === 'over' && beyond !== null && (
        <span className={classes.note}>{t('{beyond, number} too many', { beyond })}</span>
      )}
      {next !== null && (
        <span className={classes.note}>
          {t('From {day}: {value}, {source}', {
            day: dayWords(next.at),
            value: valueText(next.value),
            source: sourceWords(next),
          })}
        </span>
      )}
      {expired.map((each) => (
        <span key={`${each.source} ${each.until}`} className={classes.note}>
          {t('Expired {day}: {value}, {source}', {
            day: dayWords(each.until),
            value: valueText(each.value),
            source: sourceWords(each),
          })}
        </span>
      ))}
    </li>
  );
}

function Pushed({ push }: { readonly push: PushRow }) {
  const { state } = push;
  const [held, wanted] = [heldText(push.held), heldText(push.wanted)];
  const words = {
    same: <span>{t('As agreed: {wanted}', { wanted })}</span>,
    staged: <StateMark kind="staged" word={t('{held} → {wanted}, staged', { held, wanted })} />,
    other: <StateMark kind="unverified" word={t('It has {held}, {wanted} was agreed', { held, wanted })} />,
    'by-hand': (
      <StateMark
        kind="conflict"
        word={t('It has {held}: somebody changed it by hand, {wanted} was agreed', { held, wanted })}
      />
    ),
    'was-agreed': (
      <StateMark
        kind="unverified"
        word={t('It has {held}, as was agreed once; nothing is agreed now', { held })}
      />
    ),
    unknown: (
      <StateMark kind="unknown" word={t('It does not say what it has; {wanted} was agreed', { wanted })} />
    ),
  };
  return <p className={classes.pushed}>{words[state]}</p>;
}
