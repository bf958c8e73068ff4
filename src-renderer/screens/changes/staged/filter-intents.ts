import type { Intent } from '@shared/domain/intent';

/** Changes whose label or field holds the text, in one state or in all (''). Pure. */
export function filterIntents(intents: readonly Intent[], state: string, text: string): readonly Intent[] {
  const needle = text.trim().toLowerCase();
  return intents.filter((intent) => {
    if (state !== '' && intent.state !== state) return false;
    const { label, action, organizationId } = intent;
    const field = action.verb === 'update' ? action.field : action.verb;
    return needle === '' || `${label} ${field} ${organizationId}`.toLowerCase().includes(needle);
  });
}
