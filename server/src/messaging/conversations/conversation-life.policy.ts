/** After so many days without a message nobody is taken to come back: sessions end, and whoever comes begins anew. */
export const IDLE_AFTER_DAYS = 30;
