import { Button } from '@mantine/core';
import { formatExact } from '@renderer/ui/format/format-time';
import { t } from '@shared/language/t';
import classes from './entry-row.module.css';

interface FeedEndProps {
  /** ms. */
  readonly lookedTo: number;
  readonly onFurther: () => void;
}

/** A look that ended before enough was found: how far it went, and the way on. */
export function FeedEnd({ lookedTo, onFurther }: FeedEndProps) {
  return (
    <p className={classes.further}>
      <span>{t('Looked back to {time}.', { time: formatExact(lookedTo) })}</span>
      <Button variant="default" size="compact-xs" tabIndex={-1} onClick={onFurther}>
        {t('Look further')}
      </Button>
    </p>
  );
}

/** Entries of an open group that are not shown yet. */
export function MoreRow({ left, onMore }: { readonly left: number; readonly onMore: () => void }) {
  return (
    <p className={classes.further} data-inside>
      <span>{t('{left, plural, one {# more entry} other {# more entries}} of it', { left })}</span>
      <Button variant="default" size="compact-xs" tabIndex={-1} onClick={onMore}>
        {t('Show more')}
      </Button>
    </p>
  );
}
