/** A text that is drawn shorter than it is. */
export interface CutText {
  readonly element: Element;
  readonly text: string;
}

/** How far up from what is under the pointer a cut text is looked for. */
const mostSteps = 4;

/** The cut text that an element belongs to, if any; one that has its own title says it itself. */
export function cutTextAt(element: Element): CutText | null {
  let here: Element | null = element;
  for (let step = 0; here !== null && step < mostSteps; step += 1, here = here.parentElement) {
    if (here.hasAttribute('title')) return null;
    if (isCut(here)) return { element: here, text: textOf(here) };
  }
  return null;
}

/** All cut texts in an element, outermost first; what is within a cut text belongs to it. */
export function cutTextsIn(element: Element): readonly CutText[] {
  if (isCut(element)) return [{ element, text: textOf(element) }];
  return [...element.children].flatMap((child) => cutTextsIn(child));
}

function isCut(element: Element): boolean {
  if (element.scrollWidth <= element.clientWidth + 1 || element.clientWidth === 0) return false;
  const { textOverflow, overflowX } = getComputedStyle(element);
  return textOverflow === 'ellipsis' && overflowX === 'hidden' && textOf(element) !== '';
}

const textOf = (element: Element): string => (element.textContent ?? '').trim();
