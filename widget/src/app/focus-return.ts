/** Gives the focus back to where it was before the widget took it. */
export interface Focus {
  remember(): void;
  /** Where it is in the widget still; somebody who has gone on is left alone. */
  giveBack(): void;
}

export function createFocus(host: HTMLElement, launcher: HTMLElement): Focus {
  let before: Element | null = null;
  return {
    remember: () => {
      before = document.activeElement;
    },
    giveBack: () => {
      // What has the focus may just have been taken away, and the body has it then.
      if (document.activeElement !== host && document.activeElement !== document.body) return;
      if (before instanceof HTMLElement && before !== host && before !== document.body && before.isConnected) before.focus();
      else launcher.focus();
    },
  };
}
