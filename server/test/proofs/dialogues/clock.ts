/** Milliseconds of the machine's monotonic clock: the same one in every process, so that moments in two of them can be compared. */
export const machineMs = (): number => Number(process.hrtime.bigint()) / 1e6;
