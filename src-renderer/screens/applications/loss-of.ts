import { lastKnownRow } from '@shared/domain/project';
import type { Application } from '@shared/domain/records/record-map';
import { t } from '@shared/language/t';

/** What goes with an application, as far as the copy tells. `known`: names of its domains; undefined while on the way. `isCopied`: its people are on this machine. */
export function lossOf(
  application: Application,
  known: readonly string[] | undefined,
  isCopied: boolean,
): string {
  const { environment, domain } = lastKnownRow('application', application) ?? application;
  const instances =
    environment === 'development'
      ? t('in its development instance, the only one')
      : t('in production, and in its development instance if it has one');
  const names = known?.length ? known : [domain].filter((name) => name !== '');
  const shown =
    names.length > 6 ? [...names.slice(0, 5), t('{count, number} more', { count: names.length - 5 })] : names;
  const lost = t(
    'Lost for good: its people and organizations, {instances} (they are counted before it is sent), its keys, {count, plural, =0 {} one {its domain {domains}, } other {its domains {domains}, }}its settings and templates. Nobody can sign in there any more. It cannot be undone.',
    { instances, count: names.length, domains: shown.join(', ') },
  );
  return isCopied
    ? t(
        '{lost} The copy of its people on this machine stays, until you forget that workspace; what is staged there can be sent no more.',
        { lost },
      )
    : lost;
}
