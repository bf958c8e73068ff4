import { Loader } from '@mantine/core';
import { t } from '@shared/language/t';
import classes from './opening.module.css';

/** While the engine of a workspace starts: half a second, usually. */
export function Opening({ name }: { readonly name: string }) {
  return (
    <main className={classes.opening} aria-busy>
      <Loader size={18} aria-hidden />
      <p role="status">{t('Opening {name}: unlocking its database and starting its engine…', { name })}</p>
    </main>
  );
}
