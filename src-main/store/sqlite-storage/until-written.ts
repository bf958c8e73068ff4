import type { SqlValue } from './driver';
import type { StoreFile } from './store-file';

/** Most answers that are kept at once. */
const most = 64;

/** Keeps answers for as long as nothing is written to the file; each transaction makes all of them void. */
export class UntilWritten<Answer> {
  readonly #file: StoreFile;
  readonly #answers = new Map<string, Answer>();
  #transactions = 0;

  constructor(file: StoreFile) {
    this.#file = file;
  }

  /** The answer to a question, worked out where it is not known. `about`: all that it depends on beside the file. */
  answer(about: readonly unknown[], params: readonly SqlValue[], work: () => Answer): Answer {
    if (this.#transactions !== this.#file.transactions || this.#answers.size >= most) this.#answers.clear();
    this.#transactions = this.#file.transactions;
    const key = JSON.stringify([about, params.map((value) => `${typeof value} ${value}`)]);
    const known = this.#answers.get(key);
    if (known !== undefined) return known;
    const made = work();
    this.#answers.set(key, made);
    return made;
  }
}
