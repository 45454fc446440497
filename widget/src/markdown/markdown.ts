import type { ComponentChild } from 'preact';
import { readBlock } from './blocks.ts';

/**
 * Markdown that grows, as nodes of Preact. Blocks that are finished are read once and come back as the same nodes, so that Preact passes
 * them over: a long answer costs no more per token than a short one.
 */
export class GrowingMarkdown {
  #finished = '';
  #blocks: ComponentChild[] = [];

  /** @param text of which the earlier one was the beginning; another text begins anew */
  read(text: string): ComponentChild[] {
    if (!text.startsWith(this.#finished)) {
      this.#finished = '';
      this.#blocks = [];
    }
    const lines = text.slice(this.#finished.length).split('\n');
    const blocks = [...this.#blocks];
    let at = 0;
    let finished = { lines: 0, blocks: blocks.length };
    while (at < lines.length) {
      if (!lines[at]?.trim()) {
        at++;
        continue;
      }
      const block = readBlock(lines, at);
      blocks.push(block.node);
      at = block.next;
      // What follows an empty line cannot change what stands before it.
      if (at < lines.length - 1 && !lines[at]?.trim()) finished = { lines: at, blocks: blocks.length };
    }
    if (finished.lines > 0) this.#finished += `${lines.slice(0, finished.lines).join('\n')}\n`;
    this.#blocks = blocks.slice(0, finished.blocks);
    return blocks;
  }
}
