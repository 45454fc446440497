/** Clients that have begun to connect and have not shown yet who they are. Nobody may fill the house with those. */
export interface WaitingRoom<Client> {
  isFull(address: string): boolean;
  enter(client: Client, address: string): void;
  leave(client: Client): void;
  all(): Iterable<Client>;
}

/** @param seatsPerAddress how many of one address may wait at once */
export function createWaitingRoom<Client>(seatsPerAddress: number): WaitingRoom<Client> {
  const addresses = new Map<Client, string>();
  const taken = new Map<string, number>();

  return {
    isFull: (address) => (taken.get(address) ?? 0) >= seatsPerAddress,
    enter: (client, address) => {
      addresses.set(client, address);
      taken.set(address, (taken.get(address) ?? 0) + 1);
    },
    leave: (client) => {
      const address = addresses.get(client);
      if (address === undefined) return;
      addresses.delete(client);
      const left = (taken.get(address) ?? 0) - 1;
      if (left > 0) taken.set(address, left);
      else taken.delete(address);
    },
    all: () => addresses.keys(),
  };
}
