import { Skeleton } from '@mantine/core';
import { useReasonsForNone } from '@renderer/state/capabilities';
import { EmptyState } from '@renderer/ui/layout/empty-state';
import { t } from '@shared/language/t';
import { CircleSlash2 } from 'lucide-react';
import { Suspense } from 'react';
import type { ScreenEntry } from './screens';

/** A screen; or why there is nothing to show in it, where the service has no such things. */
export function ScreenOrLack({ entry }: { readonly entry: ScreenEntry }) {
  const reasons = useReasonsForNone(entry);
  const Screen = entry.component;
  if (reasons !== null)
    return (
      <EmptyState
        icon={CircleSlash2}
        title={t('{title}: nothing of it with this service', { title: entry.title })}
        text={reasons}
      />
    );
  return (
    <Suspense fallback={<Skeleton m={16} height={12} width={240} />}>
      <Screen />
    </Suspense>
  );
}
