import { useDrafts } from '@renderer/drafts/use-drafts';
import { type Filled, isTyped, type NamedField, readInputs } from '@renderer/fields/read-inputs';
import type { Failure } from '@shared/contract/failure';
import type { JsonObject, JsonValue } from '@shared/domain/json';
import { useMemo, useState } from 'react';

interface Form extends Filled {
  readonly faults: Readonly<Record<string, Failure>>;
  readonly onType: (name: string, text: string) => void;
  readonly onChoose: (name: string, value: JsonValue | undefined) => void;
  /** What the fields come to; null where one is wrong, which stands at it from then on. */
  readonly read: (fields: readonly NamedField[]) => JsonObject | null;
  /** These are chosen no more. */
  readonly forget: (names: readonly string[]) => void;
  readonly discard: () => void;
}

const none: Readonly<Record<string, Failure>> = {};

/**
 * What stands in a form of fields: lines are drafts under `prefix` and survive a crash; what is chosen, and secrets, live as long as
 * the window. `fields`: all that the form may ask for, the same list at every render. `suggest`: lines until somebody types there.
 */
export function useForm(
  prefix: string,
  fields: readonly NamedField[],
  suggest: (typed: Readonly<Record<string, string>>) => Readonly<Record<string, string>> = () => ({}),
): Form {
  const lines = useMemo(() => fields.filter(([, field]) => isTyped(field)).map(([name]) => name), [fields]);
  const drafts = useDrafts(prefix, lines);
  const [chosen, setChosen] = useState<Filled['chosen']>({});
  const [faults, setFaults] = useState(none);
  const mended = (name: string): void =>
    setFaults((last) => Object.fromEntries(Object.entries(last).filter(([other]) => other !== name)));
  const texts = { ...suggest(drafts.values), ...drafts.values };
  return {
    texts,
    chosen,
    faults,
    onType: (name, text) => {
      drafts.change(name, text, null);
      mended(name);
    },
    onChoose: (name, value) => {
      setChosen((last) => ({ ...last, [name]: value }));
      mended(name);
    },
    read: (asked) => {
      const found = readInputs(asked, { texts, chosen });
      setFaults('faults' in found ? found.faults : none);
      return 'values' in found ? found.values : null;
    },
    forget: (names) =>
      setChosen((last) => Object.fromEntries(Object.entries(last).filter(([name]) => !names.includes(name)))),
    discard: () => {
      drafts.discard(lines);
      setChosen({});
    },
  };
}
