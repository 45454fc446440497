import type { StartApp } from '../loader/bridge.ts';

export const startApp: StartApp = (bridge) => ({ run: () => {}, setOpen: () => {}, stop: () => bridge.host.remove() });
