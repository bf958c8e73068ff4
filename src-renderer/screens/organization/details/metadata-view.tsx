import type { JsonObject } from '@shared/domain/json';
import classes from './details-tab.module.css';

/** Metadata as it is, to be read and copied. */
export function MetadataView({ label, values }: { readonly label: string; readonly values: JsonObject }) {
  if (Object.keys(values).length === 0) return <p className={classes.none}>None.</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <section className={classes.json} aria-label={label} tabIndex={0}>
      <pre>{JSON.stringify(values, null, 2)}</pre>
    </section>
  );
}
