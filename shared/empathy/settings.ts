import { type Millis, seconds } from '../units.ts';
import { type SignalKind, signalKinds, signalTable } from './signals.ts';

/** Every row of the table a manager can edit: the signals, and the face. */
export type EvidenceKind = SignalKind | 'face';
export const evidenceKinds: readonly EvidenceKind[] = [...signalKinds, 'face'];

/** What a manager may change about one kind of evidence. */
export interface EvidenceSetting {
  /** Log-odds one occurrence adds; 0 switches it off. */
  readonly weight: number;
  readonly halfLifeMs: Millis;
}

/** How the estimate is made and what follows from it. */
export interface EmpathySettings {
  readonly evidence: Readonly<Record<EvidenceKind, EvidenceSetting>>;
  /** From this estimate on the screens get simpler and show no offers. */
  readonly watchFrom: number;
  /** From this estimate on a person is proposed. */
  readonly proposeFrom: number;
  /** From this estimate on, while a proposal stands unanswered, a person is called; the shopper can cancel. */
  readonly callFrom: number;
}

/**
 * What a face that looks negative adds. With the muting of `face.ts` a frame was measured right 19 % and wrong 4.6 % of the time: an odds
 * ratio of 4.1, that is 1.4. Frames of one face are not independent, so this counts once, and a little less.
 */
const face: EvidenceSetting = { weight: 1.25, halfLifeMs: seconds(10) };

export const defaultEmpathySettings: EmpathySettings = {
  evidence: {
    ...(Object.fromEntries(
      signalKinds.map((kind) => [kind, { weight: signalTable[kind].weight, halfLifeMs: signalTable[kind].halfLife }]),
    ) as Record<SignalKind, EvidenceSetting>),
    face,
  },
  watchFrom: 0.2,
  proposeFrom: 0.5,
  callFrom: 0.9,
};

/** The least and the most a manager can set. */
export interface Range {
  readonly least: number;
  readonly most: number;
}

/** How far a weight may go: at 0 the kind does not count, and twice the proposal is the most. */
export const weightRange = (kind: EvidenceKind): Range => ({
  least: 0,
  most: 2 * defaultEmpathySettings.evidence[kind].weight,
});
/** A face reading older than the window of the camera says nothing about now: its time is not for tuning. */
export const halfLifeRange = (kind: EvidenceKind): Range =>
  kind === 'face' ? { least: face.halfLifeMs, most: face.halfLifeMs } : { least: seconds(10), most: seconds(180) };

export const levelRanges: Readonly<Record<'watchFrom' | 'proposeFrom' | 'callFrom', Range>> = {
  watchFrom: { least: 0.1, most: 0.45 },
  proposeFrom: { least: 0.3, most: 0.8 },
  callFrom: { least: 0.75, most: 0.98 },
};

/** These settings with another threshold for proposing; the other levels make room where they must. */
export const withProposal = (settings: EmpathySettings, proposeFrom: number): EmpathySettings => ({
  ...settings,
  proposeFrom,
  watchFrom: Math.min(settings.watchFrom, proposeFrom - 0.05),
  callFrom: Math.max(settings.callFrom, proposeFrom + 0.05),
});
