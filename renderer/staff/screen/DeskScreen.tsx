import { Trans, useLingui } from '@lingui/react';
import { Menu as MenuIcon, VolumeX } from 'lucide-react';
import { useEffect, useMemo } from 'react';
import type { GoodwillReason, StaffCall } from '../../../shared/contract/index.ts';
import { Button } from '../../ui/Button.tsx';
import { Notice } from '../../ui/Notice.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { AwakeWords } from '../awake/AwakeWords.tsx';
import type { Awake } from '../awake/keeper.ts';
import { front, standing } from '../desk/card.ts';
import type { Alarm } from '../use-alarm.ts';
import { useActions, useDesk } from '../use-desk.tsx';
import { reasonWords, standingWords } from '../words/call-words.ts';
import { noticeWords } from '../words/refusal-words.ts';
import { Actions } from './Actions.tsx';
import { CallCard } from './CallCard.tsx';
import { Calm } from './Calm.tsx';
import { CalmActions } from './CalmActions.tsx';
import { ErrandWords } from './ErrandWords.tsx';
import { LinkWords } from './LinkWords.tsx';
import { Unencrypted } from './Unencrypted.tsx';

/** Tells the station that a call stood on a visible screen: the first receipt the shopper hears of. */
function useReceipt(call: StaffCall | null) {
  const { seen } = useActions();
  useEffect(() => {
    if (call === null) return;
    const report = () => {
      if (document.visibilityState === 'visible') seen(call);
    };
    report();
    document.addEventListener('visibilitychange', report);
    return () => document.removeEventListener('visibilitychange', report);
  }, [call, seen]);
}

/** Says a call, and each step of it, to whoever cannot see the card. */
function Spoken({ call, me }: { readonly call: StaffCall | null; readonly me: string | undefined }) {
  const { i18n } = useLingui();
  const how = call === null || me === undefined ? 'taken' : standing(call, me);
  return (
    <p className="unseen" role="status">
      {call !== null &&
        how !== 'taken' &&
        [i18n._(standingWords[how]), call.place, ...call.reasons.map((reason) => i18n._(reasonWords[reason]))].join(', ')}
    </p>
  );
}

interface DeskScreenProps {
  readonly alarm: Alarm;
  readonly awake: Awake;
  readonly onMenu: () => void;
  readonly onMatters: () => void;
  readonly onGoodwill: (reason: GoodwillReason | null) => void;
}

export function DeskScreen({ alarm, awake, onMenu, onMatters, onGoodwill }: DeskScreenProps) {
  const { i18n } = useLingui();
  const { setDuty, dismissNotice, next } = useActions();
  const snapshot = useDesk((desk) => desk.snapshot);
  const skipped = useDesk((desk) => desk.skipped);
  const asked = useDesk((desk) => desk.asked);
  const notice = useDesk((desk) => desk.notice);
  const link = useDesk((desk) => desk.link);
  const shown = useMemo(() => (snapshot === null ? null : front(snapshot, { skipped, asked })), [snapshot, skipped, asked]);
  const card = shown?.card ?? null;
  useReceipt(card !== null && card.claimedBy === null ? card : null);

  return (
    <div className="phone desk">
      <Spoken call={card} me={snapshot?.me.id} />
      <header className="bar">
        <div className="bar-who">
          <p className="bar-name">{snapshot?.me.name ?? 'Prévenance'}</p>
        </div>
        {snapshot !== null && (
          <Toggle isSelected={snapshot.me.onDuty} onChange={(onDuty) => void setDuty(onDuty)}>
            <Trans id="staff.on-duty" message="On duty" />
          </Toggle>
        )}
        <Button look="bare" className="bar-menu" icon={<MenuIcon className="icon" aria-hidden="true" />} onPress={onMenu}>
          <Trans id="staff.more" message="More" />
        </Button>
        <div className="bar-state">
          <LinkWords />
          {snapshot?.me.onDuty && <AwakeWords awake={awake} />}
        </div>
      </header>

      <div className="banners">
        <Unencrypted />
        {link === 'lost' && (
          <Notice tone="problem" title={<Trans id="staff.lost.title" message="Connection lost" />}>
            <p>
              <Trans
                id="staff.lost"
                message="Calls do not reach this page now. It keeps trying by itself; what you see below may be out of date."
              />
            </p>
          </Notice>
        )}
        <ErrandWords />
        {alarm.muted.sound && snapshot?.me.onDuty && (
          <p className="soft small">
            <Trans id="staff.sound.muted" message="Sound is switched off on this phone, under “More”." />
          </p>
        )}
        {alarm.sound !== 'ready' && !alarm.muted.sound && (
          <Button
            look="quiet"
            className="sound-off"
            icon={<VolumeX className="icon" aria-hidden="true" />}
            onPress={alarm.tryOut}
          >
            {alarm.sound === 'absent' ? (
              <Trans id="staff.sound.absent" message="This browser cannot ring. Watch the screen." />
            ) : (
              <Trans id="staff.sound.off" message="Sound is off. Tap to turn it on." />
            )}
          </Button>
        )}
        {notice !== null && (
          <Notice tone={notice.kind === 'refused' && notice.code === 'unreachable' ? 'problem' : 'warm'}>
            <p className="notice-words">{noticeWords(notice, i18n)}</p>
            <Button look="bare" onPress={dismissNotice}>
              <Trans id="staff.notice.ok" message="Understood" />
            </Button>
          </Notice>
        )}
      </div>

      <main className="desk-main">
        {snapshot !== null && card === null && <Calm snapshot={snapshot} onMatters={onMatters} />}
        {snapshot !== null && card !== null && (
          <CallCard key={card.id} call={card} standing={standing(card, snapshot.me.id)} onGoodwill={onGoodwill} />
        )}
        {shown !== null && (shown.waiting > 0 || shown.elsewhere.length > 0) && (
          <section className="others">
            {shown.waiting > 0 && (
              <div className="others-row">
                <Trans
                  id="staff.waiting"
                  message="{count, plural, one {One more call is waiting} other {# more calls are waiting}}"
                  values={{ count: shown.waiting }}
                />
                {card?.claimedBy === null && (
                  <Button look="bare" onPress={next}>
                    <Trans id="staff.next" message="See the next one" />
                  </Button>
                )}
              </div>
            )}
            {shown.elsewhere.map((call) => (
              <p key={call.id} className="soft">
                <Trans
                  id="staff.elsewhere"
                  message="{name} looks after “{place}”"
                  values={{ name: call.claimedBy?.name, place: call.place }}
                />
              </p>
            ))}
          </section>
        )}
      </main>
      {snapshot !== null && card !== null && (
        <Actions
          key={`${card.id}-${card.epoch}`}
          call={card}
          standing={standing(card, snapshot.me.id)}
          onGoodwill={() => onGoodwill(null)}
        />
      )}
      {snapshot !== null && card === null && <CalmActions snapshot={snapshot} onGoodwill={() => onGoodwill(null)} />}
    </div>
  );
}
