import { decodeRecord } from '@renderer/bridge/decode-record';
import { engine } from '@renderer/bridge/engine';
import { useScope } from '@renderer/state/use-scope';
import type { Failure } from '@shared/contract/failure';
import { PageQuery } from '@shared/contract/page';
import type { Organization } from '@shared/domain/records/record-map';
import { useEffect, useState } from 'react';

const pageSize = 500;

export interface OrganizationsWith {
  /** Null while they are read. */
  readonly rows: readonly Organization[] | null;
  readonly failure: Failure | null;
}

/** Every organization in the scope with a seat limit, as they are when the dialog asks. */
export function useOrganizationsWith(limit: number | null): OrganizationsWith {
  const [read, setRead] = useState<OrganizationsWith>({ rows: null, failure: null });
  const scope = useScope() ?? '';
  useEffect(() => {
    let ended = false;
    setRead({ rows: null, failure: null });
    const walk = async (): Promise<void> => {
      const rows: Organization[] = [];
      for (let offset = 0; limit !== null && !ended; offset += pageSize) {
        const where = [{ field: 'maxAllowedMemberships', op: 'eq', value: limit }] as const;
        const sort = { field: 'name', direction: 'asc' } as const;
        const page = await engine.call(
          'page',
          PageQuery.parse({ entity: 'organization', scope, where, sort, limit: pageSize, offset }),
        );
        if (!page.ok) return ended ? undefined : setRead({ rows: null, failure: page.error });
        rows.push(...page.value.rows.flatMap((raw) => decodeRecord('organization', raw) ?? []));
        if (page.value.rows.length < pageSize) break;
      }
      if (!ended) setRead({ rows, failure: null });
    };
    void walk();
    return () => {
      ended = true;
    };
  }, [limit, scope]);
  return read;
}
