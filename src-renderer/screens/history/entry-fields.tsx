import { ItemsChanged } from '@renderer/screens/shared/items-changed';
import { BrandDot } from '@renderer/ui/brand/brand-dot';
import type { JsonValue } from '@shared/domain/json';
import { describeField, type FieldChange, isColor, type Told } from './describe-entry';
import classes from './entry-fields.module.css';

interface EntryFieldsProps {
  readonly entry: Told;
  readonly fields: readonly FieldChange[];
  readonly roleNames: ReadonlyMap<string, string>;
  /** Whole values, over several lines where they need them. */
  readonly full: boolean;
}

/** Field by field, before → after; colours with their dot. */
export function EntryFields({ entry, fields, roleNames, full }: EntryFieldsProps) {
  return (
    <dl className={classes.fields} data-full={full || undefined}>
      {fields.map((change) => {
        const { label, before, after, added = [], removed = [] } = describeField(entry, change, roleNames);
        const dot = (value: JsonValue) =>
          isColor(entry.entity, change.field) && typeof value === 'string' && <BrandDot color={value} />;
        return (
          <div key={change.field} className={classes.field}>
            <dt>{label}</dt>
            <dd>
              {before !== undefined && (
                <del className={classes.before} title={full ? undefined : before}>
                  {dot(change.before)}
                  {before}
                </del>
              )}
              {before !== undefined && after !== undefined && (
                <span className={classes.arrow} aria-hidden>
                  →
                </span>
              )}
              <ItemsChanged added={added} removed={removed} classes={classes} />
              {after !== undefined && added.length + removed.length === 0 && (
                <ins className={classes.after} title={full ? undefined : after}>
                  {dot(change.after)}
                  {after}
                </ins>
              )}
            </dd>
          </div>
        );
      })}
    </dl>
  );
}
