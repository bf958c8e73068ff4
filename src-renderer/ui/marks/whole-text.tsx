import { useEffect, useState } from 'react';
import classes from './whole-text.module.css';

/** A text that is drawn shorter than it is. */
interface CutText {
  readonly element: Element;
  readonly text: string;
}

/** How far up from what is under the pointer a cut text is looked for. */
const mostSteps = 4;

/** The cut text that an element belongs to, if any; one that has its own title says it itself. */
function cutTextAt(element: Element): CutText | null {
  let here: Element | null = element;
  for (let step = 0; here !== null && step < mostSteps; step += 1, here = here.parentElement) {
    if (here.hasAttribute('title')) return null;
    if (isCut(here)) return { element: here, text: textOf(here) };
  }
  return null;
}

/** All cut texts in an element, outermost first; what is within a cut text belongs to it. */
function cutTextsIn(element: Element): readonly CutText[] {
  if (isCut(element)) return [{ element, text: textOf(element) }];
  return [...element.children].flatMap((child) => cutTextsIn(child));
}

function isCut(element: Element): boolean {
  const isWide = element.scrollWidth > element.clientWidth + 1;
  if ((!isWide && element.scrollHeight <= element.clientHeight + 1) || element.clientWidth === 0)
    return false;
  const { textOverflow, overflowX, webkitLineClamp } = getComputedStyle(element);
  if (!isWide && webkitLineClamp === 'none') return false;
  return textOverflow === 'ellipsis' && overflowX === 'hidden' && textOf(element) !== '';
}

const textOf = (element: Element): string => (element.textContent ?? '').trim();

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
    <div className={classes.whole} aria-hidden data-whole-text data-not-paper style={{ left, top }}>
      {text}
    </div>
  );
}
