package dev.lamplighter.control;

import dev.lamplighter.control.Result.Status;
import dev.lamplighter.control.Way.Reach;
import dev.lamplighter.light.LightId;
import java.time.Duration;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The rule by which the ends of an order at its lights become its one result. */
final class Verdict {
    private Verdict() {}

    /** How something ended at one light. */
    record Single(LightId light, End end) {}

    /** How an order, or one stage of it, ended at a light. */
    sealed interface End {
        /** The light was spoken to. */
        record Spoken(Reach reach, Via via) implements End {}

        /** A newer wish overwrote all of it before it left. */
        record Superseded() implements End {}

        /** Its time ran out before it could leave. */
        record Expired(String why) implements End {}

        /** It left, but there was no answer to be had in its time. */
        record Unreachable(String why) implements End {}

        /** Also for what a light cannot do, whatever else it did. */
        record Refused(String why) implements End {}
    }

    static Result of(List<Single> ends, Duration took) {
        var all = ends.stream().map(Single::end).toList();
        var status = status(all);
        return new Result(status, reason(status, all), reached(ends), via(all), took);
    }

    private static Status status(Collection<End> ends) {
        var kinds = EnumSet.noneOf(Status.class);
        ends.forEach(end -> kinds.add(single(end)));
        if (kinds.contains(Status.APPLIED)) {
            kinds.remove(Status.SUPERSEDED);
            return kinds.size() == 1 ? Status.APPLIED : Status.PARTLY;
        }
        return worst(kinds);
    }

    /** Of several ways to fail, the one its sender can do most about. */
    private static Status worst(Set<Status> kinds) {
        return Stream.of(Status.REFUSED, Status.UNREACHABLE, Status.EXPIRED).filter(kinds::contains).findFirst()
                .orElse(Status.SUPERSEDED);
    }

    private static Status single(End end) {
        return switch (end) {
            case End.Spoken(var reach, _) -> reach == Reach.OK ? Status.APPLIED : Status.UNREACHABLE;
            case End.Superseded _ -> Status.SUPERSEDED;
            case End.Expired _ -> Status.EXPIRED;
            case End.Unreachable _ -> Status.UNREACHABLE;
            case End.Refused _ -> Status.REFUSED;
        };
    }

    private static Optional<String> reason(Status status, Collection<End> ends) {
        if (status == Status.APPLIED) {
            return Optional.empty();
        }
        var words = ends.stream().map(Verdict::words).filter(word -> !word.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
        return words.isEmpty() ? Optional.empty() : Optional.of(String.join("; ", words));
    }

    private static String words(End end) {
        return switch (end) {
            case End.Spoken(var reach, _) -> switch (reach) {
                case OK -> "";
                case OFFLINE -> "the light is offline";
                case TIMED_OUT -> "the light did not answer";
            };
            case End.Superseded _ -> "a newer command took its place";
            case End.Expired(var why) -> why;
            case End.Unreachable(var why) -> why;
            case End.Refused(var why) -> why;
        };
    }

    private static Map<LightId, Reach> reached(List<Single> ends) {
        var reached = new TreeMap<LightId, Reach>();
        ends.forEach(single -> {
            if (single.end instanceof End.Spoken(var reach, _)) {
                reached.merge(single.light, reach, (one, other) -> one == Reach.OK ? other : one);
            }
        });
        return reached;
    }

    private static Optional<Via> via(Collection<End> ends) {
        return ends.stream().flatMap(end -> end instanceof End.Spoken(_, var via) ? Stream.of(via) : Stream.empty())
                .findFirst();
    }
}
