/** What a key of a keyboard or a tactile keypad does besides moving, pressing and typing. */
export const keypadActions = [
  'help',
  'back',
  'speech',
  'repeat',
  'slower',
  'faster',
  'quieter',
  'louder',
  'language',
  'headphones-in',
  'headphones-out',
] as const;
export type KeypadAction = (typeof keypadActions)[number];

/**
 * Every key that can be given to an action, by the name browsers know it by (`KeyboardEvent.key`). F5 to F12 belong to browsers.
 * Arrows, Tab, Enter and the space bar always move and press. Makers of keypads let the codes of their keys be set to these.
 */
export const keypadKeys = [
  ...['F1', 'F2', 'F3', 'F4'],
  ...['F13', 'F14', 'F15', 'F16', 'F17', 'F18', 'F19', 'F20', 'F21', 'F22', 'F23', 'F24'],
  ...['Escape', 'Home', 'End', 'PageUp', 'PageDown', 'Help', 'AudioVolumeUp', 'AudioVolumeDown'],
] as const;
export type KeypadKey = (typeof keypadKeys)[number];

/** Which key does what at this kiosk; null: none does. */
export type Keypad = Readonly<Record<KeypadAction, KeypadKey | null>>;

export const usualKeypad: Keypad = {
  help: 'F1',
  back: 'Escape',
  speech: 'F2',
  repeat: 'F3',
  slower: 'F13',
  faster: 'F14',
  quieter: 'AudioVolumeDown',
  louder: 'AudioVolumeUp',
  language: 'F4',
  'headphones-in': 'F15',
  'headphones-out': 'F16',
};

/** What this key does, or null. */
export const actionOf = (keypad: Keypad, key: string): KeypadAction | null =>
  keypadActions.find((action) => keypad[action] === key) ?? null;

/** The first action whose key another one before it has, or null. */
export const clash = (keypad: Keypad): KeypadAction | null =>
  keypadActions.find(
    (action, i) => keypad[action] !== null && keypadActions.slice(0, i).some((b) => keypad[b] === keypad[action]),
  ) ?? null;
