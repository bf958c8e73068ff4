import type { IdentityPort } from './identity-port';
import { strangeAnswer } from './strange-answer';

/**
 * Sees to it that what is asked about one record is answered about that one: an answer about another would be taken for what became of it,
 * and be written into the other's row and history.
 */
export function aboutItself<T extends Pick<IdentityPort, 'fetchOne' | 'send'>>(port: T): T {
  return {
    ...port,
    fetchOne: async (entity, known, signal) => {
      const read = await port.fetchOne(entity, known, signal);
      return read.ok && read.value !== null && read.value.id !== known.id ? strangeAnswer(false, 'id') : read;
    },
    send: async (call, signal) => {
      const sent = await port.send(call, signal);
      const isOther =
        call.verb !== 'create' && sent.ok && sent.value !== null && sent.value.id !== call.record.id;
      return isOther ? strangeAnswer(true, 'id') : sent;
    },
  };
}
