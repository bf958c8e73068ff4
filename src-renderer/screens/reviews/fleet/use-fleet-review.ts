import { engine } from '@renderer/bridge/engine';
import { useSending } from '@renderer/bridge/use-sending';
import { askParts, type FleetNow, freezeParts } from '@shared/contract/ask-parts';
import { type Result, success } from '@shared/contract/failure';
import type { FleetReviewSummary } from '@shared/contract/fleet-reviews';
import type { TextFile } from '@shared/contract/four-eyes';
import { useState } from 'react';
import { readCopies } from './read-copies';

/** What can be done with a review over several applications: each asks its copies one after the other. What they answer lives as long as the screen. */
export function useFleetReview(review: FleetReviewSummary, passphrase: string) {
  const { id, parts } = review;
  const { busy, failure, send } = useSending();
  const [now, setNow] = useState<FleetNow | null>(null);
  const askAll = async (order: Parameters<typeof askParts>[1]): Promise<Result<FleetNow>> => {
    const copies = await readCopies(passphrase);
    if (!copies.ok) return copies;
    const answered = await askParts(parts, order, copies.value);
    setNow(answered);
    return success(answered);
  };
  return {
    now,
    busy,
    failure,
    look: () => send(() => askAll({ act: 'tell', fleet: id })),
    close: (by: string) => send(() => askAll({ act: 'close', fleet: id, by })),
    /** Goes on with freezing where that was cut off, or with applications that nobody looked into: what was frozen is frozen. */
    goOn: () =>
      send(async () => {
        const copies = await readCopies(passphrase);
        if (!copies.ok) return copies;
        const frozen = await freezeParts(review, copies.value);
        return engine.call('freezeFleetReview', { id, parts: frozen });
      }),
    sign: async (signer: string): Promise<Result<TextFile>> => {
      const asked = await askAll({ act: 'export', fleet: id, signer });
      if (!asked.ok) return asked;
      const files = asked.value.parts.flatMap(({ text }) => (text === '' ? [] : [text]));
      return engine.call('sealFleetReview', { id, signer, files });
    },
    forget: () => send(() => engine.call('deleteFleetReview', { id })),
  };
}

export type FleetReviewWork = ReturnType<typeof useFleetReview>;
