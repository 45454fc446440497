import { describe, expect, test } from 'vitest';
import { readCsv } from './csv.ts';

const records = (text: string) => [...readCsv(text)];

describe('reading CSV', () => {
  test('quoted fields keep commas, line ends and doubled quotes', () => {
    expect(records('1,"He said: ""No, never""\r\nand left",end\r\n2,,\r\n')).toEqual([
      ['1', 'He said: "No, never"\r\nand left', 'end'],
      ['2', '', ''],
    ]);
  });

  test('the last record needs no line end, and a byte order mark is no part of the first field', () => {
    expect(records('\uFEFFID,text\n7,""')).toEqual([
      ['ID', 'text'],
      ['7', ''],
    ]);
    expect(records('a,')).toEqual([['a', '']]);
  });

  test('text of other scripts comes through as it is', () => {
    expect(records('"¿Dónde?","疼 😀"\n')).toEqual([['¿Dónde?', '疼 😀']]);
  });

  test('a quote that is never closed, or closed too early, is an error and not a guess', () => {
    expect(() => records('1,"open')).toThrow('character 2 has no end');
    expect(() => records('1,"a"b\n')).toThrow('closing quote at character 4');
  });
});
