import { Button } from '@mantine/core';
import { useRecord } from '@renderer/bridge/use-record';
import { narrowTo, useScope } from '@renderer/state/use-scope';
import { capitalized } from '@renderer/ui/format/capitalized';
import type { ScreenData } from '@shared/contract/screens';
import { entityWords } from '@shared/domain/entity';
import { scopedBy } from '@shared/domain/scoped-by';
import { Focus } from 'lucide-react';
import { FrameStrip } from './frame-strip';

/** While the window is narrowed, on every screen: to what, whether this screen is, and the way out. */
export function ScopeStrip({ screen }: { readonly screen: ScreenData }) {
  const scope = useScope();
  const { record } = useRecord('organization', scope);
  if (scope === null) return null;
  return (
    <FrameStrip
      tone="scope"
      icon={<Focus size={14} aria-hidden />}
      action={
        <Button variant="default" onClick={() => narrowTo(null)}>
          Show all organizations
        </Button>
      }
    >
      <strong>Only {record?.name ?? scope}.</strong> {wholeness(screen)}
    </FrameStrip>
  );
}

/** What the scope comes to on a screen: lists that belong to the whole instance cannot be narrowed, and say so. */
function wholeness({ shows: [first], scoped }: ScreenData): string {
  if (scoped !== undefined) return scoped;
  if (first !== undefined && scopedBy(first) !== null)
    return 'Rows, counts, searches and exports are narrowed to it.';
  return first === undefined
    ? 'This screen shows everything, whatever the scope is.'
    : `${capitalized(entityWords[first].many)} belong to the whole instance: this screen shows all of them.`;
}
