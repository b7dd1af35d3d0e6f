import { ChevronDown } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import { Disclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import type { Language, Output } from '../../../shared/contract/index.ts';

interface QuestionListProps {
  readonly answers: Output<'kiosk/ask'>['answers'];
  readonly language: Language;
  /** The best answer is open: the shopper asked for it. */
  readonly firstOpen?: boolean;
}

/** Questions that open to their answers. */
export function QuestionList({ answers, language, firstOpen = false }: QuestionListProps) {
  return (
    <div className="questions">
      {answers.map((entry, index) => (
        <Disclosure key={entry.id} className="question" defaultExpanded={firstOpen && index === 0}>
          <Heading level={3}>
            <Button slot="trigger" className="question-ask">
              <span>{entry.question[language]}</span>
              <ChevronDown className="icon" aria-hidden="true" />
            </Button>
          </Heading>
          <DisclosurePanel className="question-panel">
            <p className="question-answer">{entry.answer[language]}</p>
          </DisclosurePanel>
        </Disclosure>
      ))}
    </div>
  );
}
