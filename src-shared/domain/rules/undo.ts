import type { IntentDraft } from '../intent';

/** How a change can be taken back once it was applied. */
export type Undo =
  /** `caveat`: what stays of the change all the same, '' when nothing does. */
  | { readonly kind: 'draft'; readonly draft: IntentDraft; readonly caveat: string }
  | { readonly kind: 'impossible'; readonly reason: string };
