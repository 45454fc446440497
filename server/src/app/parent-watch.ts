/**
 * Calls back when the process that started this server has died, by the channel that the bootstrap keeps open to it. A server
 * that was started without one (straight from a shell or a service manager) watches nothing.
 */
export function watchParent(onGone: () => void): void {
  if (process.channel === undefined) return;
  if (!process.connected) {
    onGone();
    return;
  }
  process.once('disconnect', onGone);
  // The channel alone is no reason to stay alive.
  process.channel?.unref();
}
