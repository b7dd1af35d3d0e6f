import type { I18n } from '@lingui/core';
import type { Seen } from '../../../devices/camera/sight.ts';

/** How many faces there are. */
export function facesWords({ faces }: Seen, i18n: I18n): string {
  if (faces === 0) return i18n._({ id: 'sees.faces.none', message: 'Nobody' });
  if (faces === 1) return i18n._({ id: 'sees.faces.one', message: 'One face' });
  return i18n._({ id: 'sees.faces.several', message: 'Several faces: none of them is read' });
}

/** Whether the picture is good enough to read anything from it. */
export function qualityWords({ quality }: Seen, i18n: I18n): string {
  switch (quality) {
    case 'good':
      return i18n._({ id: 'sees.quality.good', message: 'Clear enough' });
    case 'far':
      return i18n._({ id: 'sees.quality.far', message: 'Too far away to be read' });
    case 'turned':
      return i18n._({ id: 'sees.quality.turned', message: 'Turned away: not read' });
    case 'blurred':
      return i18n._({ id: 'sees.quality.blurred', message: 'Blurred: not read' });
    case 'unclear':
      return i18n._({ id: 'sees.quality.unclear', message: 'Not clear enough to be read' });
    case 'muted':
      return i18n._({ id: 'sees.quality.muted', message: 'Often misread at rest, so we ignore it' });
    case 'dark':
      return i18n._({ id: 'sees.quality.dark', message: 'Too dark' });
    case 'frozen':
      return i18n._({ id: 'sees.quality.frozen', message: 'The picture stands still' });
    case null:
      return i18n._({ id: 'sees.quality.nothing', message: 'Nothing to read' });
  }
}

/** How much of what was read looked negative. Never "calm": looking fine is not being fine. */
export function evidenceWords({ negative }: Seen, i18n: I18n): string {
  if (negative === null) return i18n._({ id: 'sees.evidence.none', message: 'Too little to say anything' });
  if (negative === 0) return i18n._({ id: 'sees.evidence.zero', message: 'No sign of trouble, which proves nothing' });
  if (negative < 0.5) return i18n._({ id: 'sees.evidence.few', message: 'A few looks seemed tense' });
  return i18n._({ id: 'sees.evidence.many', message: 'Most looks seemed tense' });
}
