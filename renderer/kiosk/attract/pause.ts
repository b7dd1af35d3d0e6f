import { create } from 'zustand';
import { useStation } from '../state/station.ts';

/** Whether somebody has asked the first scene to stand still. It is theirs alone: the next visit clears it. */
export const usePause = create<{ readonly paused: boolean }>()(() => ({ paused: false }));

export const togglePause = (): void => usePause.setState(({ paused }) => ({ paused: !paused }));

useStation.subscribe(({ snapshot }) => {
  if (snapshot?.visit && usePause.getState().paused) usePause.setState({ paused: false });
});
