import type { ReplyLanguage } from '../../../prompts/reply-language.ts';
import { ENGLISH_REPLIES } from './replies.en.ts';
import { SPANISH_REPLIES } from './replies.es.ts';
import type { Replies } from './reply-texts.ts';

export const REPLIES: Record<ReplyLanguage, Replies> = { en: ENGLISH_REPLIES, es: SPANISH_REPLIES };
