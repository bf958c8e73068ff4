import { InlineFailure } from '@renderer/ui/marks/inline-failure';
import type { BrokenWorkspace } from '@shared/contract/workspace-info';
import { t } from '@shared/language/t';
import classes from './workspace-list.module.css';

/** Workspaces that cannot be opened, with what is wrong and what can be done: none vanishes without a word. */
export function BrokenList({ broken }: { readonly broken: readonly BrokenWorkspace[] }) {
  return (
    <section aria-label={t('Workspaces that cannot be opened')}>
      <h2 className={classes.heading}>{t('Cannot be opened')}</h2>
      <ul className={classes.list}>
        {broken.map(({ folder, failure }) => (
          <li key={folder} className={classes.item}>
            <div className={classes.text}>
              <span className={classes.name} title={folder}>
                {folder}
              </span>
              <InlineFailure failure={failure} />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
