import { Button } from '@mantine/core';
import { t } from '@shared/language/t';
import classes from './report-view.module.css';

/** A report of the doctor's, written. */
export interface SavedReport {
  readonly path: string;
  /** Texts of its files, by name. */
  readonly files: Readonly<Record<string, string>>;
}

/** Where a report lies, and all that is in it: to be read before it is sent to anybody. */
export function ReportView({ path, files, onBack }: SavedReport & { readonly onBack: () => void }) {
  return (
    <div className={classes.part}>
      <p className={classes.intro}>
        {t(
          'Send it to whoever helps you. It holds what stands below and nothing else: no name, address, id, path or key, and no words of the service.',
        )}
      </p>
      {Object.entries(files).map(([name, text]) => (
        <section key={name} aria-label={name}>
          <h3 className={classes.name}>{name}</h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard */}
          <pre className={classes.text} tabIndex={0}>
            {text}
          </pre>
        </section>
      ))}
      <p role="status" className={classes.saved}>
        {t('Saved {path}', { path })}
      </p>
      <div className={classes.foot}>
        <Button autoFocus variant="default" onClick={onBack}>
          {t('Back to the checks')}
        </Button>
      </div>
    </div>
  );
}
