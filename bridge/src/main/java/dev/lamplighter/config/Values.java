package dev.lamplighter.config;

import dev.lamplighter.light.Parsed;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/** What all sources say together: for each key the strongest one counts. */
final class Values {
    private record Given(String text, Place place, Document from, boolean isSound) {}

    private final Map<Key<?>, Given> given = new HashMap<>();
    private final Path workingDirectory;
    private final Problems problems;

    /** @param documents weakest first */
    Values(List<Document> documents, Path workingDirectory, Problems problems) {
        this.workingDirectory = workingDirectory;
        this.problems = problems;
        for (var document : documents) {
            Key.ALL.stream().filter(key -> document.has(key.parts())).forEach(key -> give(key, document));
        }
    }

    private void give(Key<?> key, Document document) {
        var path = key.parts();
        given.put(key, new Given(text(document.at(path)), document.place(path), document,
                !document.isBroken(path)));
    }

    /** A list becomes what it would be as one text. */
    private static String text(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(entry -> entry.asString(entry.toString())).collect(Collectors.joining(", "))
                : value.asString("");
    }

    /** Of two keys for one thing the one from the stronger source counts; two from one source contradict each other. */
    void settle(Key<?> first, Key<?> second) {
        var one = given.get(first);
        var other = given.get(second);
        if (one == null || other == null) {
            return;
        }
        var order = one.from().source().compareTo(other.from().source());
        if (order == 0) {
            problems.add(other.place(), "given together with `" + first.path() + "`; keep one of the two");
        }
        given.remove(order < 0 ? first : second);
    }

    /** Tells of a key that makes no sense without another, unless that one is there but misspelt. */
    void need(Key<?> key, Key<?> needed, boolean isThere) {
        var has = given.get(key);
        if (has != null && !isThere && !has.from().hasMisspelt(needed.parts())) {
            problems.add(has.place(), "this needs `" + needed.path() + "` too");
        }
    }

    /** Tells what is wrong with a value that would be right by itself. */
    void refuse(Key<?> key, String why) {
        var has = given.get(key);
        if (has != null) {
            problems.add(has.place(), why);
        }
    }

    boolean has(Key<?> key) {
        return given.containsKey(key);
    }

    /** The value in force, its default where it is wrong or absent, nothing where there is no default. */
    <T> Optional<T> find(Key<T> key) {
        return Optional.ofNullable(given.get(key)).filter(Given::isSound).flatMap(some -> read(key, some))
                .or(() -> byDefault(key));
    }

    <T> T get(Key<T> key) {
        return find(key).orElseThrow(() -> new IllegalStateException(key.path() + " has no sound default"));
    }

    private <T> Optional<T> read(Key<T> key, Given some) {
        return switch (key.kind().read(some.text(), some.from().folder())) {
            case Parsed.Accepted<T>(var value) -> Optional.of(value);
            case Parsed.Rejected<T>(_, var why) -> {
                problems.add(some.place(), why);
                yield Optional.empty();
            }
        };
    }

    private <T> Optional<T> byDefault(Key<T> key) {
        return key.byDefault().flatMap(text -> switch (key.kind().read(text, workingDirectory)) {
            case Parsed.Accepted<T>(var value) -> Optional.of(value);
            case Parsed.Rejected<T> _ -> Optional.empty();
        });
    }

    Loaded.Origin origin(Key<?> key) {
        var some = given.get(key);
        return some == null
                ? new Loaded.Origin(key.path(), key.byDefault().map(text -> key.kind().shown(text, workingDirectory)),
                        "default")
                : new Loaded.Origin(key.path(), Optional.of(key.kind().shown(some.text(), some.from().folder())),
                        some.place().origin());
    }
}
