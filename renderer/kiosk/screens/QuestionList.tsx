import { ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { AskReply } from '../../../shared/contract/index.ts';
import { StoreText } from '../../i18n/StoreText.tsx';

interface QuestionListProps {
  readonly questions: AskReply['which'];
  readonly onChoose: (id: string) => void;
}

/** Questions to choose from; each leads to its answer. */
export function QuestionList({ questions, onChoose }: QuestionListProps) {
  return (
    <ul className="questions">
      {questions.map(({ id, question }) => (
        <li key={id} className="question">
          <Button className="question-ask" onPress={() => onChoose(id)}>
            <span>
              <StoreText words={question} />
            </span>
            <ChevronRight className="icon" aria-hidden="true" />
          </Button>
        </li>
      ))}
    </ul>
  );
}
