import { Trans } from '@lingui/react';
import { Info, LogOut, Volume2 } from 'lucide-react';
import { useState } from 'react';
import { call } from '../../api.ts';
import { Button } from '../../ui/Button.tsx';
import { Toggle } from '../../ui/Toggle.tsx';
import { firstTheme, wear } from '../preferences.ts';
import { letSleep } from '../push/push-page.ts';
import { WakeSwitch } from '../push/WakeSwitch.tsx';
import type { Alarm } from '../use-alarm.ts';
import { useActions } from '../use-desk.tsx';
import { LanguageSwitch } from './LanguageSwitch.tsx';

export function Menu(props: { readonly alarm: Alarm; readonly onAbout: () => void; readonly onClose: () => void }) {
  const { logout } = useActions();
  const [theme, setTheme] = useState(firstTheme);
  return (
    <main className="phone menu">
      <h1>
        <Trans id="staff.menu" message="More" />
      </h1>
      <LanguageSwitch />
      <Toggle
        isSelected={theme === 'light'}
        onChange={(light) => {
          const next = light ? 'light' : 'dark';
          setTheme(next);
          wear(next);
        }}
      >
        <Trans id="staff.theme.light" message="Light screen, for bright floors" />
      </Toggle>
      <Toggle isSelected={!props.alarm.muted.sound} onChange={(on) => props.alarm.mute('sound', !on)}>
        <Trans id="staff.sound.ring" message="This phone rings" />
      </Toggle>
      <Toggle isSelected={!props.alarm.muted.vibration} onChange={(on) => props.alarm.mute('vibration', !on)}>
        <Trans id="staff.vibration.on" message="This phone vibrates" />
      </Toggle>
      <WakeSwitch />
      <Button icon={<Volume2 className="icon" aria-hidden="true" />} onPress={props.alarm.tryOut}>
        <Trans id="staff.sound.try" message="Try the sound" />
      </Button>
      <Button icon={<Info className="icon" aria-hidden="true" />} onPress={props.onAbout}>
        <Trans id="staff.about.open" message="What this system does and does not do" />
      </Button>
      <Button
        icon={<LogOut className="icon" aria-hidden="true" />}
        onPress={() =>
          void letSleep(call)
            .catch(() => null)
            .then(logout)
            .then(props.onClose)
        }
      >
        <Trans id="staff.logout" message="Log out" />
      </Button>
      <Button look="primary" className="thumb menu-back" onPress={props.onClose}>
        <Trans id="staff.back" message="Back" />
      </Button>
    </main>
  );
}
