import type { EmployeeRota, Skill } from '../contract/rota.ts';
import type { Call } from './call.ts';

/** What a call asks of whoever is told first. */
export type Needs = Pick<Call, 'language' | 'zoneId' | 'topic' | 'reasons'>;

type Profile = Pick<EmployeeRota, 'skills' | 'languages' | 'zones'>;
const noLimits: Profile = { skills: [], languages: [], zones: [] };

/**
 * Whether an employee fits a call's zone, subject and language. Nothing said about an employee limits nothing, except a subject:
 * who is asked for must know it.
 */
export function fits(profile: Profile | undefined, needs: Needs, skills: readonly Skill[]): boolean {
  const { languages, zones, skills: has } = profile ?? noLimits;
  const { language, zoneId, topic, reasons } = needs;
  if (languages.length > 0 && !languages.includes(language)) return false;
  if (zones.length > 0 && zoneId !== null && !zones.includes(zoneId)) return false;
  const wanted = skills.filter(
    (skill) => (topic !== null && skill.categories.includes(topic)) || skill.reasons.some((reason) => reasons.includes(reason)),
  );
  return wanted.length === 0 || wanted.some((skill) => has.includes(skill.id));
}
