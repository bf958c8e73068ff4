import classes from './named-figures.module.css';

export interface NamedFigure {
  readonly id: string;
  readonly name: string;
  readonly figures: string;
}

/** Names with a figure each, one below the other: for lists that are short, and cut short by whoever asks. */
export function NamedFigures({ rows }: { readonly rows: readonly NamedFigure[] }) {
  return (
    <ul className={classes.list}>
      {rows.map(({ id, name, figures }) => (
        <li key={id} className={classes.row}>
          <span className={classes.name}>{name}</span>
          <span className={classes.figures}>{figures}</span>
        </li>
      ))}
    </ul>
  );
}
