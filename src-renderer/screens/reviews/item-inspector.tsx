import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { formatExact } from '@renderer/ui/format/format-time';
import { FieldRow } from '@renderer/ui/layout/field-row';
import { IdRow } from '@renderer/ui/layout/id-row';
import { Inspector } from '@renderer/ui/layout/inspector';
import { InspectorSection } from '@renderer/ui/layout/inspector-section';
import { LookMark } from '@renderer/ui/marks/look-mark';
import { RelativeTime } from '@renderer/ui/marks/relative-time';
import type { ReviewRow } from '@shared/contract/reviews';
import { RecordId } from '@shared/domain/ids';
import { evidenceText } from '@shared/domain/reviews/evidence';
import { t } from '@shared/language/t';
import classes from './item-inspector.module.css';
import { adviceLooks, standingLooks } from './review-looks';

const origins: ReadonlyMap<ReviewRow['item']['origin'], string> = new Map([
  ['directory', t('From a directory')],
  ['invitation', t('By invitation')],
  ['other', t('Added, or joined')],
]);

/** One membership as it was frozen: the way to it, what it gave, what speaks for what, who decided what, and the proof. */
export function ItemInspector({ row, onClose }: { readonly row: ReviewRow; readonly onClose: () => void }) {
  const { item, standing, decisions, evidence } = row;
  const { recommendation, blockers, path, permissions } = item;
  return (
    <Inspector
      title={item.userName}
      subtitle={item.organizationName}
      marks={<LookMark look={standingLooks[standing]} />}
      onClose={onClose}
    >
      <InspectorSection title={t('Recommended')}>
        <LookMark look={adviceLooks[recommendation.verdict]} />
        <Lines of={recommendation.reasons.map(({ text }) => text)} />
      </InspectorSection>
      {decisions.length > 0 && (
        <InspectorSection title={t('Decided')}>
          {decisions.map(({ hash, decision, by, at, note }) => (
            <div key={hash} className={classes.decision}>
              <span className={classes.words}>
                <LookMark look={standingLooks[decision]} /> {by}, <RelativeTime at={at} ago />
              </span>
              {note !== '' && <p className={classes.text}>{note}</p>}
            </div>
          ))}
        </InspectorSection>
      )}
      {evidence && (
        <InspectorSection title={t('Evidence')}>
          <p className={classes.text}>{evidenceText(evidence, formatExact)}</p>
          {evidence.requestId !== '' && (
            <dl className={classes.fields}>
              <IdRow label={t('Request')} id={evidence.requestId} />
            </dl>
          )}
        </InspectorSection>
      )}
      <InspectorSection title={t('How they come to it')}>
        <ol className={classes.path}>
          {path.map(({ entity, id, label, says }) => (
            <li key={`${entity} ${id}`}>
              <span className={classes.quiet}>{says}</span>{' '}
              {RecordId.safeParse(id).success ? (
                <LinkButton
                  onClick={() =>
                    goToRecord({ entity, recordId: RecordId.parse(id), organizationId: item.organizationId })
                  }
                >
                  {label}
                </LinkButton>
              ) : (
                label
              )}
            </li>
          ))}
        </ol>
      </InspectorSection>
      {blockers.length > 0 && (
        <InspectorSection title={t('In the way')}>
          <Lines of={blockers.map(({ text }) => text)} />
        </InspectorSection>
      )}
      <InspectorSection title={t('When it was frozen')}>
        <dl className={classes.fields}>
          <FieldRow label={t('Address')}>{item.userEmail || '–'}</FieldRow>
          <FieldRow label={t('Role')}>{item.roleName}</FieldRow>
          <FieldRow label={t('Came')}>{origins.get(item.origin)}</FieldRow>
          <FieldRow label={t('Member since')}>{moment(item.since)}</FieldRow>
          <FieldRow label={t('Last sign-in')}>{moment(item.lastSignInAt)}</FieldRow>
          <FieldRow label={t('Last active')}>{moment(item.lastActiveAt)}</FieldRow>
          <IdRow label={t('Membership')} id={item.membershipId} />
        </dl>
      </InspectorSection>
      <InspectorSection title={t('Permissions')} count={permissions.length}>
        <Lines of={permissions} />
      </InspectorSection>
    </Inspector>
  );
}

const moment = (at: number): string => (at === 0 ? t('never') : formatExact(at));

function Lines({ of: lines }: { readonly of: readonly string[] }) {
  return (
    <ul className={classes.lines}>
      {lines.map((line) => (
        <li key={line}>{line}</li>
      ))}
    </ul>
  );
}
