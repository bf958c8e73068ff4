import { type Result, success } from '@shared/contract/failure';
import { linkScheme, type Place, parseLink } from '@shared/contract/place-link';

/** A link that came from the system, kept until a window asks for it: the page may be loading still. */
export interface LinkInbox {
  /** Keeps a link, or what is wrong with it; the one before is forgotten. */
  put(link: string): void;
  /** What waits, once; null when nothing does. Expected failure: `invalid-input`, the link leads nowhere. */
  take(): Result<Place | null>;
}

export function createLinkInbox(): LinkInbox {
  let waiting: Result<Place | null> = success(null);
  return {
    put: (link) => {
      waiting = parseLink(link);
    },
    take: () => {
      const taken = waiting;
      waiting = success(null);
      return taken;
    },
  };
}

/** The link among the arguments of a start; undefined where there is none. Nothing else of them is looked at. */
export function linkAmong(args: readonly string[]): string | undefined {
  return args.find((arg) => arg.toLowerCase().startsWith(`${linkScheme}:`));
}

/** The arguments of this start for another one that goes nowhere: a link was followed already. */
export const withoutLinks = (args: readonly string[]): string[] =>
  args.filter((arg) => linkAmong([arg]) === undefined);
