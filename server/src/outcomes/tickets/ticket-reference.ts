/** The random end of the id: short enough to be said aloud, and rare enough to find one ticket of a tenant by. */
export const ticketReference = (ticketId: string): string => `T-${ticketId.slice(-8).toUpperCase()}`;

/** How the id of a ticket with this reference ends. */
export const idEndingOf = (reference: string): string => reference.slice(2).toLowerCase();
