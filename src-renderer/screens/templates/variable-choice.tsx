import { t } from '@shared/language/t';
import type { KeyboardEvent } from 'react';
import { useState } from 'react';
import classes from './template-page.module.css';

/** The beginning of a variable that is being typed: `{{otp` before the cursor is `otp`; null where none is. */
export const begun = (text: string, cursor: number): string | null =>
  /\{\{\s*([\w.]*)$/.exec(text.slice(0, cursor))?.[1] ?? null;

/** Shown at once: the rest comes into sight by typing on. */
const most = 6;

const listId = 'template-variables';

/** Variables that go on from what is typed before the cursor: arrows move, Tab or Enter takes one, Escape closes. */
export function useVariableChoice(
  available: readonly string[],
  typed: string | null,
  { take, close }: Readonly<{ take: (variable: string) => void; close: () => void }>,
) {
  const [active, setActive] = useState(0);
  const wanted = typed?.toLowerCase() ?? '';
  const fitting =
    typed === null
      ? []
      : available.filter((variable) => variable.toLowerCase().startsWith(wanted)).slice(0, most);
  const at = Math.min(active, fitting.length - 1);
  const onKeyDown = (event: KeyboardEvent): void => {
    const variable = fitting[at];
    if (variable === undefined) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp')
      setActive((at + (event.key === 'ArrowDown' ? 1 : fitting.length - 1)) % fitting.length);
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab' || event.key === 'Enter') {
      setActive(0);
      take(variable);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  const input = {
    onKeyDown,
    'aria-autocomplete': 'list',
    ...(fitting.length > 0 && { 'aria-controls': listId, 'aria-activedescendant': `${listId}-${at}` }),
  } as const;
  const list = fitting.length > 0 && (
    <div role="listbox" id={listId} aria-label={t('Variables that fit')} className={classes.choices}>
      {fitting.map((variable, place) => (
        <div
          key={variable}
          role="option"
          id={`${listId}-${place}`}
          tabIndex={-1}
          aria-selected={place === at}
          className={classes.choice}
          onMouseDown={(event) => {
            event.preventDefault();
            take(variable);
          }}
        >
          {variable}
        </div>
      ))}
      <span className={classes.must} aria-hidden>
        {t('Tab takes it')}
      </span>
    </div>
  );
  return { input, list };
}
