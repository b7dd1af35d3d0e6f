import { ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import type { AskReply, Language } from '../../../shared/contract/index.ts';

interface QuestionListProps {
  readonly questions: AskReply['which'];
  readonly language: Language;
  readonly onChoose: (id: string) => void;
}

/** Questions to choose from; each leads to its answer. */
export function QuestionList({ questions, language, onChoose }: QuestionListProps) {
  return (
    <ul className="questions">
      {questions.map(({ id, question }) => (
        <li key={id} className="question">
          <Button className="question-ask" onPress={() => onChoose(id)}>
            <span>{question[language]}</span>
            <ChevronRight className="icon" aria-hidden="true" />
          </Button>
        </li>
      ))}
    </ul>
  );
}
