package dev.lamplighter.control;

import dev.lamplighter.control.Targets.Target;
import dev.lamplighter.light.Action;
import dev.lamplighter.light.Action.Activate.Part;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * Whether a scene is carried out light by light, as it is known what each is to show, or by the account. The account does not tell what zones
 * show in a scene, so lights that have some are left to it while it answers.
 */
record Scenes(Roads roads, Optional<Route> account) {
    private static final Set<Part> PARTS_OF_A_COLOR = EnumSet.of(Part.HUE, Part.SATURATION, Part.KELVIN,
            Part.INTENSITY);

    boolean arePainted(Action.Activate activate, Collection<Target> targets, Instant now) {
        return activate.ignore().stream().noneMatch(PARTS_OF_A_COLOR::contains)
                && (isOut() || targets.stream().allMatch(target -> isDirect(target, now)));
    }

    private boolean isOut() {
        return account.filter(route -> route.line().trouble().isPresent() || route.line().refusal().isPresent())
                .isPresent();
    }

    private boolean isDirect(Target target, Instant now) {
        var product = target.light().light().product();
        return !product.multizone() && !product.matrix()
                && roads.to(target.id(), now).filter(road -> !road.via().isCounted()).isPresent();
    }
}
