package dev.lamplighter.simulator;

import java.util.LinkedHashMap;

/** Where a request that passed all gates is served: read first, then given its turn in the household. */
final class Desk {
    private final Api api;
    private final Household household;
    private final Faults faults;
    private final Turn.World world;

    Desk(Api api, Household household, Faults faults, Turn.World world) {
        this.api = api;
        this.household = household;
        this.faults = faults;
        this.world = world;
    }

    Reply serve(Request request) {
        try {
            var action = api.read(request);
            var surroundings = new Turn.Surroundings(household.scenes(),
                    id -> Delivery.under(faults.ofLight(id, request.isWrite())), world);
            return household.turn(lights -> {
                var known = new LinkedHashMap<>(lights);
                known.keySet().removeIf(id -> !household.isInAccount(id));
                var turn = new Turn(known, surroundings);
                var reply = action.in(turn);
                var after = new LinkedHashMap<>(lights);
                after.putAll(turn.lights());
                return new Household.Done<>(reply, after);
            });
        } catch (Refusal refusal) {
            return refusal.reply();
        }
    }
}
