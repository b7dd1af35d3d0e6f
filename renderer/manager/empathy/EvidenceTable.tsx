import { Trans, useLingui } from '@lingui/react';
import { type EvidenceKind, evidenceKinds, halfLifeRange } from '../../../shared/empathy/settings.ts';
import { isTouch, signalTable } from '../../../shared/empathy/signals.ts';
import { FormField } from '../forms/Fields.tsx';
import type { Form } from '../forms/use-form.ts';
import { type EmpathyDraft, pointsPerOdds } from './empathy-form.ts';
import { evidenceWords } from './evidence-words.ts';

const needsConsent = (kind: EvidenceKind): boolean => kind === 'face' || isTouch(kind);
const fixed = (kind: EvidenceKind): boolean => halfLifeRange(kind).least === halfLifeRange(kind).most;

/** Every kind of evidence with what may be changed about it. */
export function EvidenceTable({ form }: { readonly form: Form<EmpathyDraft> }) {
  const { i18n } = useLingui();
  return (
    <div className="table-frame evidence">
      <table>
        <caption className="unseen">
          <Trans id="manager.empathy.evidence" message="What counts, and how much" />
        </caption>
        <thead>
          <tr>
            <th scope="col">
              <Trans id="manager.empathy.what" message="What is noticed" />
            </th>
            <th scope="col">
              <Trans id="manager.empathy.points" message="Points" />
            </th>
            <th scope="col">
              <Trans id="manager.empathy.half-life" message="Half after, seconds" />
            </th>
            <th scope="col">
              <Trans id="manager.empathy.most" message="Counts at most" />
            </th>
          </tr>
        </thead>
        <tbody>
          {evidenceKinds.map((kind) => {
            const what = i18n._(evidenceWords[kind]);
            return (
              <tr key={kind}>
                <th scope="row">
                  {what}
                  {needsConsent(kind) && (
                    <span className="cell-note">
                      <Trans id="manager.empathy.consent" message="Only where the shopper has allowed the camera" />
                    </span>
                  )}
                </th>
                <td>
                  <FormField
                    form={form}
                    name={`weight.${kind}`}
                    path={`evidence.${kind}.weight`}
                    scale={1 / pointsPerOdds}
                    inputMode="decimal"
                    label={
                      <span className="unseen">
                        <Trans id="manager.empathy.points-of" message="Points: {what}" values={{ what }} />
                      </span>
                    }
                  />
                </td>
                <td>
                  {fixed(kind) ? (
                    <Trans id="manager.empathy.fresh" message="Ends after 10 s" />
                  ) : (
                    <FormField
                      form={form}
                      name={`halfLife.${kind}`}
                      path={`evidence.${kind}.halfLifeMs`}
                      scale={1000}
                      inputMode="decimal"
                      label={
                        <span className="unseen">
                          <Trans
                            id="manager.empathy.half-life-of"
                            message="Counts half after seconds: {what}"
                            values={{ what }}
                          />
                        </span>
                      }
                    />
                  )}
                </td>
                <td>
                  {kind === 'face' ? (
                    <Trans id="manager.empathy.face-most" message="As much as the rest" />
                  ) : (
                    <Trans
                      id="manager.empathy.times"
                      message="{times, plural, =1 {# time} other {# times}}"
                      values={{ times: signalTable[kind].most }}
                    />
                  )}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
