import { fieldText } from '@renderer/fields/field-text';
import { isUnlisted } from '@renderer/fields/unlisted';
import { EntityName, modelOf } from '@shared/domain/entity';
import { type AnyField, isChoice } from '@shared/domain/kinds/field';
import { expect, test } from 'vitest';

const choices = EntityName.options.flatMap((entity) =>
  Object.entries<AnyField>(modelOf(entity).fields).flatMap(([field, of]) =>
    isChoice(of) ? [[entity, field, of] as const] : [],
  ),
);

test.each(choices)('a word of %s.%s that nobody knows reads as it came', (entity, field, of) => {
  // Every object of the language has the second one.
  for (const word of ['paused_by_owner', 'constructor']) {
    expect(fieldText(entity, field, word)).toBe(word);
    expect(isUnlisted(entity, field, word)).toBe(!of.ours);
  }
  for (const word of ['', ...of.options]) expect(isUnlisted(entity, field, word)).toBe(false);
});
