import { Trans, useLingui } from '@lingui/react';
import { EmpathySettings } from '../../../shared/contract/index.ts';
import { type Course, type ExampleVisit, exampleVisits, play } from '../../../shared/empathy/examples.ts';
import { check } from '../forms/check.ts';
import { courseWords, visitWords } from './evidence-words.ts';

const visits = Object.keys(exampleVisits) as ExampleVisit[];

/** What example visits come to, as saved and as typed. Says nothing of what is typed while the form does not hold together. */
export function Examples({ saved, typed }: { readonly saved: EmpathySettings; readonly typed: unknown }) {
  const { i18n } = useLingui();
  const { value } = check(EmpathySettings, typed);
  const said = ({ action, after }: Course) => i18n._({ ...courseWords[action], values: { seconds: i18n.number(after / 1000) } });
  return (
    <div className="table-frame">
      <table>
        <caption className="unseen">
          <Trans id="manager.empathy.examples" message="What would happen" />
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans id="manager.empathy.example" message="Visit" />
            </th>
            <th scope="col">
              <Trans id="manager.empathy.as-saved" message="As it is now" />
            </th>
            <th scope="col">
              <Trans id="manager.empathy.as-typed" message="With what is typed" />
            </th>
          </tr>
        </thead>
        <tbody>
          {visits.map((visit) => {
            const now = said(play(visit, saved));
            const then = value === null ? null : said(play(visit, value));
            return (
              <tr key={visit}>
                <th scope="row">{i18n._(visitWords[visit])}</th>
                <td>{now}</td>
                <td>{then === null ? '–' : then === now ? <span className="soft">{then}</span> : <strong>{then}</strong>}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
