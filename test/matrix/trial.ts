import { createHttp } from "#app/server.ts";
import type { Door } from "#platform/database/door.ts";
import { type PersonName, people } from "../world/cast.ts";
import { type Client, createClient } from "../world/client.ts";
import type { World } from "../world/world.ts";

/** A second server of a world, on which everything can be tried and nothing happens. */
export interface Trial {
  origin: string;
  as(who: PersonName): Client;
  close(): Promise<void>;
}

export async function createTrial({ hanse }: World): Promise<Trial> {
  const services = { ...hanse, door: undoing(hanse.door), enqueue: async () => {} };
  const http = await createHttp(services, { checkAnswers: true, pages: false });
  const origin = await http.listen({ port: 0, host: "127.0.0.1" });
  return {
    origin,
    as: (who) => createClient(origin, { authorization: `Bearer ${people[who].apiKey}` }),
    close: async () => {
      http.server.closeAllConnections();
      await http.close();
    },
  };
}

class Undone extends Error {
  readonly result: unknown;
  constructor(result: unknown) {
    super("Done and taken back.");
    this.result = result;
  }
}

/**
 * A door behind which every act is done in full, under all policies and constraints, and then taken back: so that an
 * act which is allowed can be tried by everybody, again and again, in one and the same world.
 */
function undoing(door: Door): Door {
  const undo = async <T>(run: (act: (result: T) => never) => Promise<unknown>): Promise<T> => {
    try {
      await run((result) => {
        throw new Undone(result);
      });
    } catch (error) {
      if (error instanceof Undone) return error.result as T;
      throw error;
    }
    throw new Error("An act went through a door that should have taken it back.");
  };
  return {
    withPrincipal: (principal, act) =>
      undo((end) => door.withPrincipal(principal, async (tx) => end(await act(tx)))),
    withJob: (vendor, act) => undo((end) => door.withJob(vendor, async (tx) => end(await act(tx)))),
    at: (clock) => undoing(door.at(clock)),
  };
}
