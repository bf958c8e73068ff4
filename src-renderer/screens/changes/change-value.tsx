import type { Change } from '@renderer/fields/change';
import { describeChange } from '@renderer/fields/describe-change';
import { ItemsChanged } from '@renderer/screens/shared/items-changed';
import { BrandDot } from '@renderer/ui/brand/brand-dot';
import { editableField } from '@shared/domain/editable-fields';
import type { JsonValue } from '@shared/domain/json';
import classes from './change-value.module.css';

interface ChangeValueProps {
  readonly change: Change;
  readonly roleNames: ReadonlyMap<string, string>;
}

/** Before → after: the old value struck through, the new one in front of the eye; colours with their dot. */
export function ChangeValue({ change, roleNames }: ChangeValueProps) {
  const { before, after, added = [], removed = [] } = describeChange(change, roleNames);
  const isColor = editableField(change.entity, change.field)?.kind === 'color';
  const dot = (value: JsonValue) =>
    isColor && typeof value === 'string' && value !== '' && <BrandDot color={value} />;
  if (after === undefined) return null;
  if (added.length + removed.length > 0)
    return (
      <span className={classes.value} title={after}>
        <ItemsChanged added={added} removed={removed} classes={classes} />
      </span>
    );
  return (
    <span className={classes.value}>
      {before !== undefined && (
        <>
          <del className={classes.before} title={before}>
            {dot(change.base)}
            {before}
          </del>
          <span className={classes.arrow} aria-hidden>
            →
          </span>
        </>
      )}
      <ins className={classes.after} title={after}>
        {dot(change.mine)}
        {after}
      </ins>
    </span>
  );
}
