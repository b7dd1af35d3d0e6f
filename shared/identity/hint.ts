/**
 * A guess that a device address belongs to one of our keys. The guess rests on 24 bits: among ten thousand keys and twenty thousand
 * addresses a day it is wrong twelve times a day. So it names no beacon and has no strength, and nothing that asks for an `Identity`
 * takes it; nobody is greeted for it.
 */
export interface Hint {
  readonly kind: 'hint';
  /** Every key that fits; several may. */
  readonly keys: readonly string[];
}
