import { createSecretClipboard, secretStaysMs } from '@main/shell/guard/secret-clipboard';
import { describe, expect, it } from 'vitest';

describe('a secret on the clipboard', () => {
  function board() {
    let text = '';
    const due: { act: () => void; ms: number }[] = [];
    let isHeld = false;
    const secrets = createSecretClipboard(
      {
        readText: async () => {
          if (isHeld) throw new Error('another program holds it');
          return text;
        },
        writeText: async (next) => {
          if (next === 'too much') throw new Error('another program holds it');
          text = next;
        },
        clear: () => {
          text = '';
        },
      },
      (act, ms) => {
        const one = { act, ms };
        due.push(one);
        return () => due.splice(due.indexOf(one) >>> 0, 1);
      },
    );
    const hold = (held: boolean) => {
      isHeld = held;
    };
    return { secrets, due, hold, text: () => text, copy: (other: string) => (text = other) };
  }

  it('is gone after 45 seconds, counted from the last one', async () => {
    const { secrets, due, text } = board();
    await secrets.put('sk_one');
    await secrets.put('sk_two');
    expect(due.map(({ ms }) => ms)).toEqual([secretStaysMs]);
    expect(secretStaysMs).toBe(45_000);
    due[0]?.act();
    await expect.poll(text).toBe('');
  });

  it('goes at once when asked; what somebody copied since stays', async () => {
    const { secrets, text, copy } = board();
    await secrets.put('sk_one');
    await secrets.clear();
    expect(text()).toBe('');
    await secrets.put('sk_two');
    copy('an address');
    await secrets.clear();
    expect(text()).toBe('an address');
    // Copied just as the workspace locks.
    void secrets.put('sk_three');
    await secrets.clear();
    expect(text()).toBe('');
    await expect(secrets.put('too much')).rejects.toThrow('another program');
  });

  it('goes once the clipboard can be looked at again', async () => {
    const { secrets, due, text, hold } = board();
    await secrets.put('sk_one');
    hold(true);
    await secrets.clear();
    expect([text(), due.length]).toEqual(['sk_one', 1]);
    hold(false);
    due[0]?.act();
    await expect.poll(text).toBe('');
    expect(due).toEqual([]);
  });
});
