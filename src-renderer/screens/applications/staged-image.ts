import type { Intent } from '@shared/domain/intent';
import { type ImageUse, imageUseOf } from '@shared/domain/models/application-images';

/** Open acts on one image of an application. */
export const imageIntents = (intents: readonly Intent[], use: ImageUse): readonly Intent[] =>
  intents.filter(({ action }) => action.verb === 'perform' && imageUseOf(action.operation) === use);

/** The image that is staged, as a `data:` URI; '' for a removal, null where nothing is. */
export function stagedImage(intents: readonly Intent[], use: ImageUse): string | null {
  const action = imageIntents(intents, use).at(-1)?.action;
  return action?.verb === 'perform' ? String(action.values.image ?? '') : null;
}
