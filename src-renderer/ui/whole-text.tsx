import { useEffect, useState } from 'react';
import { cutTextAt, cutTextsIn } from './cut-text';
import classes from './whole-text.module.css';

interface Shown {
  readonly text: string;
  readonly left: number;
  readonly top: number;
}

/** How long the pointer rests before the whole is shown, ms. */
const restMs = 350;

/**
 * Shows the whole of a text that is cut, wherever it is: under the pointer, of what has the focus, and of the row that the keys
 * have reached. One for the window, so that no cut text can be forgotten. For the eye only: screen readers have the whole anyway.
 */
export function WholeText() {
  const [shown, setShown] = useState<Shown | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const hide = (): void => {
      clearTimeout(timer);
      setShown(null);
    };
    const show = (text: string, at: Element): void => {
      const { left, bottom, top } = at.getBoundingClientRect();
      const below = bottom + 28 < window.innerHeight;
      setShown({ text, left: Math.max(4, left), top: below ? bottom + 2 : top - 26 });
    };
    const onPointer = ({ target }: Event): void => {
      hide();
      const cut = target instanceof Element ? cutTextAt(target) : null;
      if (cut) timer = setTimeout(() => show(cut.text, cut.element), restMs);
    };
    const onKeys = (): void => {
      const focus = document.activeElement;
      hide();
      if (focus === null || focus === document.body || !focus.matches(':focus-visible')) return;
      const row = document.getElementById(focus.getAttribute('aria-activedescendant') ?? '') ?? focus;
      const cuts = row.matches('input, textarea, [role=grid], main') ? [] : cutTextsIn(row);
      if (cuts.length > 0)
        show(cuts.map(({ text }) => text).join(' · '), row === focus ? row : (cuts[0]?.element ?? row));
    };
    // A frame later: what the key moved is there by then.
    const later = (): void => {
      requestAnimationFrame(onKeys);
    };
    const listeners = {
      pointerover: onPointer,
      pointerdown: hide,
      scroll: hide,
      keyup: later,
      focusin: later,
    };
    for (const [type, listener] of Object.entries(listeners)) {
      document.addEventListener(type, listener, type === 'scroll');
    }
    return () => {
      clearTimeout(timer);
      for (const [type, listener] of Object.entries(listeners)) {
        document.removeEventListener(type, listener, type === 'scroll');
      }
    };
  }, []);
  if (shown === null) return null;
  const { text, left, top } = shown;
  return (
    <div className={classes.whole} aria-hidden data-whole-text style={{ left, top }}>
      {text}
    </div>
  );
}
