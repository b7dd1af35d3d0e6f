import { Answerer, productIndexes, writtenIndexes } from '../../shared/ask/answerer.ts';
import { stems } from '../services/ask/stems.ts';
import { categoryName } from '../services/categories.ts';
import { demoProducts } from './catalogue.ts';
import { demoQuestions } from './questions.ts';

/** The demo shop's catalogue as far as questions name it. */
export const demoCatalogue = demoProducts.map(([id, fr, en, category]) => ({
  id,
  name: { fr, en },
  categoryName: categoryName(category),
}));

/** The demo shop's answers, without a station. */
export const demoAnswerer = (): Answerer =>
  new Answerer(writtenIndexes(demoQuestions, stems), productIndexes(demoCatalogue, stems));
