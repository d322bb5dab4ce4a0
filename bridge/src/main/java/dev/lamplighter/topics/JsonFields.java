package dev.lamplighter.topics;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The fields of a JSON object from outside, each read with its type and range or refused with its name. */
final class JsonFields {
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final JsonNode object;
    private final String prefix;

    private JsonFields(JsonNode object, String prefix) {
        this.object = object;
        this.prefix = prefix;
    }

    /** A field that is not as it has to be. Caught where the reading began, so that nothing is done by halves. */
    static final class Wrong extends Exception {
        private final String where;
        private final String why;

        Wrong(String where, String why) {
            super(where + ": " + why, null, false, false);
            this.where = where;
            this.why = why;
        }

        String where() {
            return where;
        }

        String why() {
            return why;
        }
    }

    static JsonFields of(String text) throws Wrong {
        try {
            return new JsonFields(JSON.readTree(text), "");
        } catch (JacksonException broken) {
            var at = Optional.ofNullable(broken.getLocation()).map(place -> " at column " + place.getColumnNr())
                    .orElse("");
            throw new Wrong("payload",
                    "is not right JSON" + at + ": " + CommandPayload.shortened(broken.getOriginalMessage()));
        }
    }

    boolean has(String key) {
        return object.has(key);
    }

    void notBoth(String one, String other) throws Wrong {
        if (has(one) && has(other)) {
            throw new Wrong(prefix + one, "cannot be given together with " + other);
        }
    }

    /** The keys that are not among {@code known}. */
    List<String> besides(Collection<String> known) {
        return object.propertyStream().map(Map.Entry::getKey).filter(key -> !known.contains(key))
                .map(CommandPayload::shortened).toList();
    }

    OptionalDouble number(String key, double least, double most) throws Wrong {
        if (!has(key)) {
            return OptionalDouble.empty();
        }
        var node = object.path(key);
        var value = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (!(value >= least && value <= most)) {
            throw new Wrong(prefix + key,
                    "takes a number from " + plain(least) + " to " + plain(most) + ", not " + shown(node));
        }
        return OptionalDouble.of(value);
    }

    Optional<String> text(String key, int longest) throws Wrong {
        if (!has(key)) {
            return Optional.empty();
        }
        var text = textIfString(key)
                .orElseThrow(() -> new Wrong(prefix + key, "takes a text in quotes, not " + shown(object.path(key))));
        if (text.length() > longest) {
            throw new Wrong(prefix + key, "has " + text.length() + " characters; at most " + longest + " are taken");
        }
        return Optional.of(text);
    }

    Optional<String> textIfString(String key) {
        return object.path(key).isString() ? Optional.of(object.path(key).stringValue()) : Optional.empty();
    }

    JsonFields object(String key, String otherwise) throws Wrong {
        var node = object.path(key);
        if (!node.isObject()) {
            throw new Wrong(prefix + key, otherwise);
        }
        return new JsonFields(node, prefix + key + ".");
    }

    static OptionalDouble scaled(OptionalDouble value, double whole) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / whole) : value;
    }

    static OptionalDouble either(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() ? one : other;
    }

    /** A number as a person writes it. */
    static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }

    private static String shown(JsonNode node) {
        return CommandPayload.shortened(node.toString());
    }
}
