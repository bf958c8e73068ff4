import { useNeedsPassphrase } from '@renderer/screens/shared/copies-passphrase';
import { goWhereOpen, openApplication, openWorkspace } from '@renderer/state/workspaces';
import { LinkButton } from '@renderer/ui/controls/link-button';
import { SecretInput } from '@renderer/ui/controls/secret-input';
import { formatExact } from '@renderer/ui/format/format-time';
import { ScreenLayout } from '@renderer/ui/layout/screen-layout';
import { ScrollBody } from '@renderer/ui/layout/scroll-body';
import { Toolbar } from '@renderer/ui/layout/toolbar';
import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { FleetNow, PartNow } from '@shared/contract/ask-parts';
import type { Failure } from '@shared/contract/failure';
import type { FleetReviewSummary } from '@shared/contract/fleet-reviews';
import type { FleetPart } from '@shared/domain/reviews/fleet-review';
import { t } from '@shared/language/t';
import { useState } from 'react';
import { revokedText } from '../review-list';
import classes from '../review-list.module.css';
import { FleetReviewActions } from './fleet-review-actions';
import { scopeWords } from './scope-words';
import { useFleetReview } from './use-fleet-review';

/** One review over several applications: how each came into it, how far it is by now, and what the whole lacks. */
export function FleetReviewView({ review }: { readonly review: FleetReviewSummary }) {
  const locked = useNeedsPassphrase();
  const [passphrase, setPassphrase] = useState('');
  const [unopened, setUnopened] = useState<Failure | null>(null);
  const work = useFleetReview(review, passphrase);
  const { asked, createdAt, applications, parts, frozenAt, readLater } = review;
  const now = new Map(work.now?.parts.map((each) => [each.part.applicationId, each]));
  const later = new Map(readLater.map(({ applicationId, at }) => [applicationId, at]));
  const open = async ({ applicationId, copy }: FleetPart, id: string): Promise<void> => {
    const opened = copy
      ? await openWorkspace(copy.workspaceId, locked ? passphrase : undefined)
      : await openApplication(applicationId, locked ? { passphrase } : {});
    if (opened.ok) goWhereOpen(opened.value, 'reviews', { params: { review: id } });
    else setUnopened(opened.error);
  };
  return (
    <ScreenLayout>
      <FleetReviewActions review={review} work={work} ready={!locked || passphrase !== ''} />
      <Toolbar
        label={t('What is reviewed')}
        end={<span role="status">{toldOf(work.now?.lacks.length, frozenAt)}</span>}
      >
        <strong>{asked.name}</strong>
        <span className={classes.aside}>
          {[
            scopeWords(review),
            t('made {createdAt} by {by}', { createdAt: formatExact(createdAt), by: asked.by }),
            asked.note,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {locked && (
          <div className={classes.secret}>
            <SecretInput
              label={t('Passphrase')}
              what={t('the passphrase')}
              required={false}
              value={passphrase}
              onChange={setPassphrase}
            />
          </div>
        )}
      </Toolbar>
      {(work.failure ?? unopened) && <InlineFailure failure={(work.failure ?? unopened) as Failure} />}
      <ScrollBody label={t('Applications of the review')}>
        <table className={classes.table} aria-label={t('Applications of the review')}>
          <thead>
            <tr>
              <th scope="col">{t('Application')}</th>
              <th scope="col">{t('Frozen')}</th>
              <th scope="col">{t('Decided')}</th>
              <th scope="col">{t('Revoked')}</th>
              <th scope="col">{t('Lacks')}</th>
            </tr>
          </thead>
          <tbody>
            {parts.length === 0 &&
              applications.map(({ applicationId, name }) => (
                <tr key={applicationId}>
                  <td>{name}</td>
                  <td colSpan={4}>{t('Not asked yet')}</td>
                </tr>
              ))}
            {parts.map((part) => {
              const { applicationId, name, state, why, review: frozen } = part;
              return (
                <tr key={applicationId}>
                  <td>
                    {frozen === null ? (
                      name
                    ) : (
                      <LinkButton onClick={() => void open(part, frozen.id)}>{name}</LinkButton>
                    )}
                  </td>
                  <td>
                    {frozen === null
                      ? stateWords[state]
                      : t('{total, plural, one {# membership} other {# memberships}}', {
                          total: frozen.total,
                        })}
                    <div className={classes.aside}>{ofWhich(part, later.get(applicationId))}</div>
                  </td>
                  <td>{decidedText(now.get(applicationId))}</td>
                  <td>{revoked(now.get(applicationId))}</td>
                  <td>
                    {lacking(work.now, applicationId) ?? (frozen === null && state !== 'nobody' ? why : '–')}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </ScrollBody>
    </ScreenLayout>
  );
}

/** What an application lacks; undefined before it was asked. */
const lacking = (now: FleetNow | null, applicationId: string): string | undefined =>
  now === null
    ? undefined
    : (now.lacks.find((lack) => lack.applicationId === applicationId)?.why ?? t('Nothing'));

const stateWords = {
  frozen: t('Frozen'),
  nobody: t('Nobody in the scope'),
  'no-copy': t('No copy'),
  unread: t('Not read'),
} as const;

/** Which copy it is from, and whether it was read after the others. */
const ofWhich = ({ asOf, copy }: FleetPart, readAt: number | undefined): string =>
  [
    asOf > 0 && t('from a copy of {asOf}', { asOf: formatExact(asOf) }),
    copy && t('{id}, of {of, plural, one {# copy} other {# copies}}', { id: copy.workspaceId, of: copy.of }),
    readAt !== undefined && t('read later, {at}', { at: formatExact(readAt) }),
  ]
    .filter(Boolean)
    .join(' · ');

const revoked = (now: PartNow | undefined): string => (now?.summary ? revokedText(now.summary) : '–');

function decidedText(now: PartNow | undefined): string {
  if (!now?.summary) return now === undefined || now.part.review === null ? '–' : now.why;
  const { counts, total } = now.summary;
  const decided = total - (counts.open ?? 0) - (counts.disputed ?? 0);
  return t('{decided, number} of {total, number}', { decided, total });
}

function toldOf(lacking: number | undefined, frozenAt: number): string {
  if (frozenAt === 0) return t('Not frozen yet');
  if (lacking === undefined) return t('How far each is, is asked of its copy');
  return lacking === 0
    ? t('Complete')
    : t('{lacking, plural, one {# application is} other {# applications are}} not complete', { lacking });
}
