/** The part of `navigator.mediaDevices` that tells of sound outputs. */
export interface Outputs {
  enumerateDevices(): Promise<readonly { readonly kind: string; readonly deviceId: string }[]>;
  addEventListener(type: 'devicechange', listener: () => void): void;
}

/**
 * Notices headphones that the system sees as a sound output of their own, as the sockets of tactile keypads do. A plain analogue socket
 * changes nothing here; its keypad sends a key instead.
 * @param changed called with true when an output has appeared, with false when one is gone
 */
export async function followHeadphones(outputs: Outputs, changed: (inserted: boolean) => void): Promise<void> {
  const count = async () => (await outputs.enumerateDevices()).filter(({ kind }) => kind === 'audiooutput').length;
  let before = await count();
  outputs.addEventListener('devicechange', () => {
    void count().then((now) => {
      if (now !== before) changed(now > before);
      before = now;
    });
  });
}
