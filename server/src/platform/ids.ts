import { v7, validate } from 'uuid';

/** A new id: UUIDv7, so that rows made later sort later. */
export const newId = (): string => v7();

/** Whether a text can be an id of ours: any UUID in its canonical form. */
export const isId = (text: string): boolean => validate(text);
