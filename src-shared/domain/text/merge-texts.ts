import { align } from './align';
import { piecesOf } from './split-text';

/** One place of a text that two changed in different ways. */
export interface Collision {
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

export type Merged =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly collisions: readonly Collision[] };

interface Texts {
  /** What both began with. */
  readonly base: string;
  readonly mine: string;
  readonly theirs: string;
}

/**
 * Two changes of one text put together, tag by tag and sentence by sentence: what only one of them changed is taken, and so is what both
 * changed alike. Where they changed the same piece in different ways, or pieces that touch, they collide. Pure.
 */
export function mergeTexts({ base, mine, theirs }: Texts): Merged {
  if (mine === base || mine === theirs) return { ok: true, text: theirs };
  if (theirs === base) return { ok: true, text: mine };
  const [common, own, other] = [piecesOf(base), piecesOf(mine), piecesOf(theirs)];
  const [toOwn, toOther] = [align(common, own), align(common, other)];
  const collisions: Collision[] = [];
  let text = '';
  let [at, atOwn, atOther] = [0, 0, 0];
  const put = (end: number, endOwn: number, endOther: number): void => {
    const part = {
      base: common.slice(at, end).join(''),
      mine: own.slice(atOwn, endOwn).join(''),
      theirs: other.slice(atOther, endOther).join(''),
    };
    if (part.theirs === part.base || part.theirs === part.mine) text += part.mine;
    else if (part.mine === part.base) text += part.theirs;
    else collisions.push(part);
  };
  for (const [index, piece] of common.entries()) {
    const [inOwn = -1, inOther = -1] = [toOwn[index], toOther[index]];
    if (inOwn < 0 || inOther < 0) continue;
    put(index, inOwn, inOther);
    text += piece;
    [at, atOwn, atOther] = [index + 1, inOwn + 1, inOther + 1];
  }
  put(common.length, own.length, other.length);
  return collisions.length === 0 ? { ok: true, text } : { ok: false, collisions };
}
