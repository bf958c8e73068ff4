import { Skeleton } from '@mantine/core';
import { useFittingAnswer } from '@renderer/bridge/use-answer';
import { useDataVersion } from '@renderer/state/use-data-version';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { AccessMoment } from '@shared/contract/access';
import type { AccessAnswer } from '@shared/domain/access/access-answer';
import { RecordId } from '@shared/domain/ids';
import { t } from '@shared/language/t';
import { CircleCheck, CircleHelp, CircleSlash, Clock3 } from 'lucide-react';
import { AccessChain } from './access-chain';
import { type AccessParams, setMoment } from './access-params';
import classes from './why-view.module.css';

/** Whether somebody holds a permission: one sentence, the way to it as a picture, and what is in the way. */
export function WhyView({ params }: { readonly params: AccessParams }) {
  const { person, permission, org } = params;
  const missing = [
    ...(person === '' ? [t('a person')] : []),
    ...(permission === '' ? [t('a permission')] : []),
    ...(org === '' ? [t('an organization')] : []),
  ];
  if (missing.length > 0)
    return (
      <EmptyState
        icon={CircleHelp}
        title={t('Can they, and why?')}
        text={t(
          'Choose {what} above. The answer is worked out from the copy, offline: the way from the person to the permission, and each thing that is in the way.',
          { what: listed(missing) },
        )}
      />
    );
  return <Answer params={params} />;
}

const listed = ([first = '', second = '', ...more]: readonly string[]): string => {
  if (second === '') return first;
  return more.length > 0 ? [first, second, ...more].join(', ') : t('{first} and {second}', { first, second });
};

function Answer({ params }: { readonly params: AccessParams }) {
  const { value, fits, failure } = useWhy(params, params.when);
  if (failure) return <InlineFailure failure={failure} />;
  if (value === undefined) return <Skeleton height={12} width="50%" />;
  const { allowed, sentence, blockers } = value;
  const delayed = allowed && blockers.length > 0;
  const Icon = delayed ? Clock3 : allowed ? CircleCheck : CircleSlash;
  const verdict = delayed ? 'delayed' : allowed ? 'allowed' : 'denied';
  return (
    <article className={classes.why} data-stale={!fits || undefined}>
      <h2 className={classes.sentence} data-verdict={verdict} aria-live="polite">
        <Icon size={20} aria-hidden />
        <span>{sentence}</span>
      </h2>
      <AccessChain answer={value} permissionKey={params.permission} organizationId={params.org} />
      {blockers.length > 1 && (
        <ul className={classes.blockers} aria-label={t('In the way')}>
          {blockers.map(({ kind, text, bars }) => (
            <li key={kind} data-bars={bars || undefined}>
              {bars ? <CircleSlash size={13} aria-hidden /> : <Clock3 size={13} aria-hidden />}
              {text}
              {!bars && <span className={classes.note}>{t('Held all the same.')}</span>}
            </li>
          ))}
        </ul>
      )}
      <OtherMoments params={params} />
    </article>
  );
}

function useWhy({ person, permission, org }: AccessParams, when: AccessMoment) {
  const version = useDataVersion();
  const ids = { userId: RecordId.parse(person), organizationId: RecordId.parse(org) };
  return useFittingAnswer('why', { ...ids, permissionKey: permission, when }, version);
}

/** The same question now and after reconcile, to see at a glance what is staged to change. */
function OtherMoments({ params }: { readonly params: AccessParams }) {
  const now = useWhy(params, { kind: 'now' }).value;
  const after = useWhy(params, { kind: 'after' }).value;
  if (now === undefined || after === undefined) return null;
  return (
    <p className={classes.moments}>
      <Moment label={t('Now')} answer={now} kind="now" />
      <Moment label={t('After reconcile')} answer={after} kind="after" />
      <span className={classes.note}>
        {now.allowed === after.allowed ? t('Nothing staged changes it.') : t('What is staged changes it.')}
      </span>
    </p>
  );
}

interface MomentProps {
  readonly label: string;
  readonly answer: AccessAnswer;
  readonly kind: 'now' | 'after';
}

function Moment({ label, answer: { allowed }, kind }: MomentProps) {
  const Icon = allowed ? CircleCheck : CircleSlash;
  return (
    <button
      type="button"
      className={classes.other}
      data-allowed={allowed}
      onClick={() => setMoment({ kind })}
    >
      <Icon size={13} aria-hidden /> {label}: {allowed ? t('holds it') : t('does not')}
    </button>
  );
}
