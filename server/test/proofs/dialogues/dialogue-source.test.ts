import { describe, expect, test } from 'vitest';
import { drawDialogues, patientLines } from './dialogue-source.ts';

describe('the patient’s part of a dialogue', () => {
  test('is what follows “Patient:”, to the letter', () => {
    expect(patientLines('Doctor: Any pain? \r\nPatient: My "good" knee: yes.  \r\nGuest_family: Both!\r\n Patient: No.')).toEqual([
      'My "good" knee: yes.  ',
      'No.',
    ]);
  });

  test('goes on in lines that name no speaker', () => {
    expect(patientLines('Patient: Three of them:\nL4 and L5\n\nDoctor: I see.\nReally.')).toEqual(['Three of them:\nL4 and L5']);
  });

  test('is empty where the patient is silent', () => {
    expect(patientLines('Doctor: Hello?\nPatient: \nGuest_family: She sleeps.')).toEqual([]);
  });
});

describe('drawing dialogues', () => {
  const all = Array.from({ length: 50 }, (_, index) => ({ id: String(index), lines: ['x'] }));

  test('takes each at most once, and the same ones for the same seed', () => {
    const drawn = drawDialogues(all, 50, 3).map(({ id }) => id);
    expect(new Set(drawn).size).toBe(50);
    expect(drawDialogues(all, 50, 3).map(({ id }) => id)).toEqual(drawn);
    expect(drawDialogues(all, 50, 4).map(({ id }) => id)).not.toEqual(drawn);
  });

  test('more than there are is refused', () => {
    expect(() => drawDialogues(all, 51, 1)).toThrow('50 dialogues');
  });
});
