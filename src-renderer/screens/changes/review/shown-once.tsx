import { Button } from '@mantine/core';
import { copySecret } from '@renderer/state/copy-text';
import { inside } from '@renderer/ui/format/inside';
import type { ShownSecret } from '@shared/contract/plan';
import { t } from '@shared/language/t';
import { Copy, KeyRound } from 'lucide-react';
import classes from './shown-once.module.css';

/** What the service shows once and Tenantry keeps nowhere: to be copied before the report is closed. */
export function ShownOnce({ secrets }: { readonly secrets: readonly ShownSecret[] }) {
  const seen = secrets.some(({ secret }) => secret !== null);
  return (
    <section className={classes.box} aria-label={t('Shown once')}>
      <p className={classes.note} role="status">
        <KeyRound size={14} aria-hidden />
        {seen
          ? t(
              'Copy these now: the service shows them once, and Tenantry keeps them nowhere. Closing this report forgets them; what is left is reviewed after that.',
            )
          : t('What the service shows once did not arrive.')}
      </p>
      <ul className={classes.list}>
        {secrets.map(({ what, label, secret }) => (
          <li key={`${label}/${what}/${secret}`} className={classes.item}>
            <span className={classes.label}>{t('{what} of {label}', { what, label })}</span>
            {secret === null ? (
              <span>
                {t('Its answer was lost on the way, and the secret with it: rotate it to get another.')}
              </span>
            ) : (
              <>
                <code className={classes.secret}>{secret}</code>
                <Button
                  variant="default"
                  leftSection={<Copy size={13} aria-hidden />}
                  aria-label={t('Copy the {what} of {label}', { what: inside(what), label })}
                  onClick={() => void copySecret(secret, inside(what))}
                >
                  {t('Copy')}
                </Button>
              </>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
