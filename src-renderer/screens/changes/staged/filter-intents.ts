import type { Intent } from '@shared/domain/intent';

export interface IntentFilter {
  /** '' for all. */
  readonly state: string;
  /** Id of a change set, '' for all. */
  readonly set: string;
  /** Part of the label or of the field. */
  readonly text: string;
}

/** Changes that fit all of the filter. Pure. */
export function filterIntents(
  intents: readonly Intent[],
  { state, set, text }: IntentFilter,
): readonly Intent[] {
  const needle = text.trim().toLowerCase();
  return intents.filter((intent) => {
    if (state !== '' && intent.state !== state) return false;
    if (set !== '' && intent.changeSetId !== set) return false;
    const { label, action, organizationId } = intent;
    const field =
      action.verb === 'update' ? action.field : action.verb === 'perform' ? action.operation : action.verb;
    return needle === '' || `${label} ${field} ${organizationId}`.toLowerCase().includes(needle);
  });
}
