/**
 * @typedef {object} Screen
 * @property {(messageId: string, delta: string, offset: number) => void} token
 * @property {(messageId: string, author: string, text: string) => void} message the whole text, after its tokens or without any
 * @property {(messageId: string) => void} withdraw
 * @property {(state: boolean) => void} typing
 * @property {(text: string) => void} notice
 * @property {(text: string) => void} problem
 *
 * @typedef {{ hide(): void, show(): void }} Prompt what the person is typing meanwhile
 */

const CLEAR_LINE = '\r\x1b[2K';
const dim = (/** @type {string} */ text) => `\x1b[2m${text}\x1b[0m`;
const bold = (/** @type {string} */ text) => `\x1b[1m${text}\x1b[0m`;
const red = (/** @type {string} */ text) => `\x1b[31m${text}\x1b[0m`;

/**
 * Text of others must not steer the terminal: control characters go, except line ends and tabs.
 * @param {string} text
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
export const withoutControls = (text) => text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');

/** For people: answers grow as they are written. @param {NodeJS.WriteStream} output @param {Prompt} prompt @returns {Screen} */
export function createTerminalScreen(output, prompt) {
  /** @type {{ messageId: string, text: string } | undefined} the answer on the screen that has not ended */
  let draft;
  let showsTyping = false;

  /** @param {string} line */
  const line = (line) => {
    clear();
    output.write(`${line}\n`);
    prompt.show();
  };

  return {
    token: (messageId, delta, offset) => {
      if (draft?.messageId !== messageId) {
        clear();
        draft = { messageId, text: '' };
        output.write(`${bold('assistant')} › `);
      }
      // A resume shows an answer from its beginning again.
      const fresh = delta.slice(Math.max(0, draft.text.length - offset));
      draft.text += fresh;
      output.write(withoutControls(fresh));
    },
    message: (messageId, author, text) => {
      if (draft?.messageId === messageId && text.startsWith(draft.text)) {
        output.write(`${withoutControls(text.slice(draft.text.length))}\n`);
        draft = undefined;
        prompt.show();
      } else line(`${bold(author)} › ${withoutControls(text)}`);
    },
    withdraw: (messageId) => {
      if (draft?.messageId !== messageId) return;
      draft = undefined;
      output.write('\n');
      line(dim('That answer was withdrawn; a new one follows.'));
    },
    typing: (state) => {
      if (draft || state === showsTyping) return;
      clear();
      showsTyping = state;
      if (state) output.write(dim('assistant is writing …'));
      else prompt.show();
    },
    notice: (text) => line(dim(text)),
    problem: (text) => line(red(text)),
  };

  /** Makes room for a line: what is typed comes back after it. */
  function clear() {
    prompt.hide();
    if (draft) output.write('\n');
    else output.write(CLEAR_LINE);
    draft = undefined;
    showsTyping = false;
  }
}

/** For pipes and files: whole messages, one after the other; everything else goes to the error output. @returns {Screen} */
export function createPlainScreen() {
  return {
    token: () => {},
    message: (_messageId, author, text) => void process.stdout.write(`${author}: ${withoutControls(text)}\n`),
    withdraw: () => {},
    typing: () => {},
    notice: (text) => void process.stderr.write(`${text}\n`),
    problem: (text) => void process.stderr.write(`${text}\n`),
  };
}
