import { useFittingAnswer } from '@renderer/bridge/use-answer';
import { goToRecord } from '@renderer/screens/shared/go-to-record';
import { useScoped } from '@renderer/state/use-scope';
import { capitalized } from '@renderer/ui/format/capitalized';
import { Avatar } from '@renderer/ui/marks/avatar';
import type { Failure } from '@shared/contract/failure';
import type { Found } from '@shared/contract/find';
import { entityWords, modelOf } from '@shared/domain/entity';
import { t } from '@shared/language/t';
import { useEffect, useMemo, useState } from 'react';
import type { PaletteGroup } from './palette-store';

/** What was found, and for which text. */
export interface PaletteRecords {
  readonly needle: string;
  readonly groups: readonly PaletteGroup[];
  /** Why nothing was looked for: that nothing is there is not known. */
  readonly failure: Failure | undefined;
}

const nothing: Found = { corrected: '', groups: [] };

/**
 * Records of every kind whose text holds the needle, or nearly does. What was found last stays until the answer to the new needle is there, so
 * that nothing jumps while one types; `needle` says what it is the answer to.
 */
export function usePaletteRecords(needle: string): PaletteRecords {
  const { value, fits, failure } = useFittingAnswer('find', { text: needle, ...useScoped() }, '');
  const waiting = !fits && failure === undefined;
  const answer = failure === undefined ? value : nothing;
  const found = useMemo<PaletteRecords>(
    () => ({ needle, groups: groupsOf(answer ?? nothing), failure }),
    [needle, answer, failure],
  );
  const [last, setLast] = useState(found);
  useEffect(() => {
    if (!waiting) setLast(found);
  }, [waiting, found]);
  return waiting ? last : found;
}

/** A kind of records under its own name; with a word where what was typed was looked for in other spellings too. */
function groupsOf({ corrected, groups }: Found): readonly PaletteGroup[] {
  return groups.map(({ entity, hits }) => {
    const { shape } = modelOf(entity);
    const name = capitalized(entityWords[entity].many);
    return {
      group: corrected === '' ? name : t('{name} · also spelt nearly so', { name }),
      actions: hits.map(({ id, label, note, organizationId }) => ({
        id: `${entity}/${id}`,
        label,
        description: note,
        leftSection: <Avatar name={label} shape={shape ?? 'square'} />,
        onClick: () => goToRecord({ entity, recordId: id, organizationId }),
      })),
    };
  });
}
