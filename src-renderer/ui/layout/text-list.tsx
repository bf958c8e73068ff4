import classes from './text-list.module.css';

/** Short texts under each other, each whole. */
export function TextList({ texts }: { readonly texts: readonly string[] }) {
  return (
    <ul className={classes.list}>
      {texts.map((text) => (
        <li key={text}>{text}</li>
      ))}
    </ul>
  );
}
