import { shownKey } from '../format/key-name';
import classes from './kbd.module.css';

/** Keys of a shortcut: `Ctrl Enter`, separated by blanks. Decoration: the control it belongs to names itself. */
export function Kbd({ keys }: { readonly keys: string }) {
  return (
    <span className={classes.keys} aria-hidden>
      {keys.split(' ').map((key) => (
        <kbd key={key} className={classes.key}>
          {shownKey(key)}
        </kbd>
      ))}
    </span>
  );
}
