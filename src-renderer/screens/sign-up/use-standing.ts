import { engine } from '@renderer/bridge/engine';
import type { EntityName } from '@shared/domain/entity';
import { readField } from '@shared/domain/field-path';
import { rulesOf } from '@shared/domain/rules/rules-of';
import { useEffect, useState } from 'react';

/** As many as one page may hold. */
const chunk = 500;

/** Which of these marks stand on a list already, staged ones too: asked for by mark, however long the list is. */
export function useStanding(entity: EntityName, values: readonly string[]): ReadonlySet<string> {
  const [standing, setStanding] = useState<ReadonlySet<string>>(new Set());
  const key = JSON.stringify([...new Set(values)]);
  useEffect(() => {
    let ended = false;
    void readStanding(entity, JSON.parse(key) as readonly string[]).then((found) => {
      if (!ended) setStanding(found);
    });
    return () => {
      ended = true;
    };
  }, [entity, key]);
  return standing;
}

async function readStanding(entity: EntityName, values: readonly string[]): Promise<ReadonlySet<string>> {
  const { mark } = rulesOf(entity);
  const found = new Set<string>();
  if (mark === undefined) return found;
  for (let at = 0; at < values.length; at += chunk) {
    const where = [{ field: mark.field, op: 'in' as const, value: values.slice(at, at + chunk) }];
    const page = await engine.call('page', { entity, where, limit: chunk });
    for (const row of page.ok ? page.value.rows : []) found.add(String(readField(row, mark.field)));
  }
  return found;
}
