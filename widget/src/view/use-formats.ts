import { type Formats, formatsFor } from '../texts/formats.ts';
import { useView } from './view.ts';

/** Dates and numbers as the visitor writes them. */
export const useFormats = (): Formats => formatsFor(useView().settings.locale.value, navigator.languages);
