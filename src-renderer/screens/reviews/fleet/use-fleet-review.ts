import { engine } from '@renderer/bridge/engine';
import { useSending } from '@renderer/bridge/use-sending';
import { askParts, type FleetNow, freezeParts } from '@shared/contract/ask-parts';
import { type Result, success } from '@shared/contract/failure';
import type { FleetReviewSummary } from '@shared/contract/fleet-reviews';
import type { TextFile } from '@shared/contract/four-eyes';
import { useState } from 'react';
import { useAskPart } from './use-ask-part';

/** What can be done with a review over several applications: each asks its copies one after the other. What they answer lives as long as the screen. */
export function useFleetReview({ id, parts, ...review }: FleetReviewSummary, passphrase: string) {
  const ask = useAskPart(passphrase);
  const { busy, failure, send } = useSending();
  const [now, setNow] = useState<FleetNow | null>(null);
  const askAll = async (order: Parameters<typeof askParts>[1]): Promise<FleetNow> => {
    const answered = await askParts(parts, order, ask);
    setNow(answered);
    return answered;
  };
  return {
    now,
    busy,
    failure,
    look: () => send(async () => success(await askAll({ act: 'tell', fleet: id }))),
    close: (by: string) => send(async () => success(await askAll({ act: 'close', fleet: id, by }))),
    /** Goes on with freezing where that was cut off: what was frozen is frozen. */
    goOn: () =>
      send(async () => {
        const frozen = [...(await freezeParts({ id, parts, ...review }, ask))];
        return engine.call('freezeFleetReview', { id, parts: frozen });
      }),
    sign: async (signer: string): Promise<Result<TextFile>> => {
      const { parts: answered } = await askAll({ act: 'export', fleet: id, signer });
      const files = answered.flatMap(({ text }) => (text === '' ? [] : [text]));
      return engine.call('sealFleetReview', { id, signer, files });
    },
    forget: () => send(() => engine.call('deleteFleetReview', { id })),
  };
}

export type FleetReviewWork = ReturnType<typeof useFleetReview>;
