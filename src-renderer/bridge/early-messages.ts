/**
 * Keeps the messages that come while the app's modules are loaded: the port to the engine above all. Returns the end of that, which hands
 * them on in their order.
 */
export function keepEarlyMessages(): () => void {
  const early: MessageEvent[] = [];
  const keep = (event: MessageEvent): void => {
    early.push(event);
  };
  window.addEventListener('message', keep);
  return () => {
    window.removeEventListener('message', keep);
    for (const { data, origin, source, ports } of early)
      window.dispatchEvent(new MessageEvent('message', { data, origin, source, ports: [...ports] }));
  };
}
