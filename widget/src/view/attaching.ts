import type { View } from './view.ts';

export function takesFiles({ chat, settings }: View): boolean {
  return settings.features.value.attachments !== false && !chat.hasEnded.value;
}
