/**
 * The records of a CSV text (RFC 4180): fields in quotes may hold commas, line ends and, doubled, quotes. A record ends with LF or CRLF.
 * @throws {Error} when a quoted field never ends, or something follows its closing quote
 */
export function* readCsv(text: string): Generator<string[]> {
  let record: string[] = [];
  let at = text.startsWith('\uFEFF') ? 1 : 0;
  while (at < text.length) {
    const field = text[at] === '"' ? quotedField(text, at) : plainField(text, at);
    record.push(field.value);
    at = field.end;
    if (text[at] === ',') {
      at += 1;
      // A comma at the very end stands before one more field, an empty one.
      if (at === text.length) record.push('');
      else continue;
    } else if (text.startsWith('\r\n', at)) at += 2;
    else if (text[at] === '\n') at += 1;
    yield record;
    record = [];
  }
}

interface Field {
  value: string;
  /** Where the comma or the line end after it stands. */
  end: number;
}

const END_OF_PLAIN_FIELD = /,|\r?\n|$/g;

function plainField(text: string, start: number): Field {
  END_OF_PLAIN_FIELD.lastIndex = start;
  const end = END_OF_PLAIN_FIELD.exec(text)?.index ?? text.length;
  return { value: text.slice(start, end), end };
}

function quotedField(text: string, start: number): Field {
  let end = start + 1;
  for (;;) {
    end = text.indexOf('"', end);
    if (end === -1) throw new Error(`The quoted field that begins at character ${start} has no end.`);
    if (text[end + 1] !== '"') break;
    end += 2;
  }
  const after = text.slice(end + 1, end + 3);
  if (after !== '' && !/^(,|\n|\r\n)/.test(after)) throw new Error(`Something follows the closing quote at character ${end}.`);
  return { value: text.slice(start + 1, end).replaceAll('""', '"'), end: end + 1 };
}
