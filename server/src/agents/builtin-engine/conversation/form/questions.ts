import type { ReplyLanguage } from '../../../prompts/reply-language.ts';
import type { Questions } from './question-texts.ts';
import { ENGLISH_QUESTIONS } from './questions.en.ts';
import { SPANISH_QUESTIONS } from './questions.es.ts';

export const QUESTIONS: Record<ReplyLanguage, Questions> = { en: ENGLISH_QUESTIONS, es: SPANISH_QUESTIONS };
