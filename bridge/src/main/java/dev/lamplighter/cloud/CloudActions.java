package dev.lamplighter.cloud;

import dev.lamplighter.control.Way.Meant;
import dev.lamplighter.light.Action;
import java.util.List;
import java.util.Optional;

/** What lights do once, as calls of LIFX's HTTP API. */
final class CloudActions {
    private CloudActions() {}

    static CloudRequest request(Meant lights, Action action) {
        return new CloudRequest("POST", List.of("lights", lights.text(), action.getClass().getSimpleName()),
                Optional.empty());
    }
}
