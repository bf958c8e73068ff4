interface ItemsChangedProps {
  readonly added: readonly string[];
  readonly removed: readonly string[];
  readonly classes: Readonly<Record<string, string>>;
}

/** What a list gained and lost, item by item; `classes` has one for `after` and one for `removed`. */
export function ItemsChanged({ added, removed, classes }: ItemsChangedProps) {
  return (
    <>
      {added.map((item) => (
        <ins key={item} className={classes.after}>
          + {item}
        </ins>
      ))}
      {removed.map((item) => (
        <del key={item} className={classes.removed}>
          − {item}
        </del>
      ))}
    </>
  );
}
