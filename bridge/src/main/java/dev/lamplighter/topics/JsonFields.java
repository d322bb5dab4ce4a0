package dev.lamplighter.topics;

import dev.lamplighter.light.Parsed;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The fields of a JSON object from outside, each read with its type and range or refused with its name. What nobody has asked for by the end
 * is {@link #ignored}, within this object and those inside it.
 */
final class JsonFields {
    private static final JsonMapper JSON = JsonMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

    private final JsonNode object;
    private final String prefix;
    private final Unread unread;
    private final Set<String> asked = new HashSet<>();

    JsonFields(JsonNode object, String prefix, Unread unread) {
        this.object = object;
        this.prefix = prefix;
        this.unread = unread;
        unread.objects.put(prefix, this);
    }

    /** The objects of one document, so that what is left of each can be named in the end. */
    static final class Unread {
        private final Palette.Reader colors;
        private final Map<String, JsonFields> objects = new LinkedHashMap<>();

        Unread(Palette.Reader colors) {
            this.colors = colors;
        }

        Palette.Reader colors() {
            return colors;
        }
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

        <T> Parsed<T> rejected() {
            return Parsed.rejected(where, why);
        }
    }

    static JsonFields of(String text, Palette.Reader colors) throws Wrong {
        try {
            return new JsonFields(JSON.readTree(text), "", new Unread(colors));
        } catch (JacksonException broken) {
            var at = Optional.ofNullable(broken.getLocation()).map(place -> " at column " + place.getColumnNr())
                    .orElse("");
            throw new Wrong("payload",
                    "is not right JSON" + at + ": " + CommandPayload.shortened(broken.getOriginalMessage()));
        }
    }

    /** None, under this name. */
    static JsonFields none(String name) {
        return new JsonFields(JSON.createObjectNode(), name + ".", new Unread(new Palette().reader()));
    }

    boolean has(String key) {
        asked.add(key);
        return object.has(key);
    }

    Optional<JsonValue> value(String key) {
        return has(key) ? Optional.of(new JsonValue(object.path(key), prefix + key, unread)) : Optional.empty();
    }

    JsonValue needed(String key) throws Wrong {
        return value(key).orElseThrow(() -> wrong(key, "is missing"));
    }

    Wrong wrong(String key, String why) {
        return new Wrong(prefix + key, why);
    }

    void notBoth(String one, String other) throws Wrong {
        if (has(one) && has(other)) {
            throw wrong(one, "cannot be given together with " + other);
        }
    }

    /** The keys that nobody has asked for, here and in every object that was read of the same document. */
    List<String> ignored() {
        return unread.objects.values().stream().flatMap(fields -> fields.object.propertyStream().map(Map.Entry::getKey)
                .filter(key -> !fields.asked.contains(key))
                .map(key -> CommandPayload.shortened(fields.prefix + key))).toList();
    }

    OptionalDouble number(String key, double least, double most) throws Wrong {
        var value = value(key);
        return value.isPresent() ? OptionalDouble.of(value.get().number(least, most)) : OptionalDouble.empty();
    }

    /** Above 0; {@code otherwise} where it is not given. */
    double positive(String key, double most, double otherwise) throws Wrong {
        var value = value(key);
        return value.isPresent() ? value.get().above(0, most) : otherwise;
    }

    Optional<String> text(String key, int longest) throws Wrong {
        var value = value(key);
        return value.isPresent() ? Optional.of(value.get().text(longest)) : Optional.empty();
    }

    boolean flag(String key, boolean otherwise) throws Wrong {
        var value = value(key);
        return value.isPresent() ? value.get().flag() : otherwise;
    }

    static OptionalDouble scaled(OptionalDouble value, double whole) {
        return value.isPresent() ? OptionalDouble.of(value.getAsDouble() / whole) : value;
    }

    static OptionalDouble either(OptionalDouble one, OptionalDouble other) {
        return one.isPresent() ? one : other;
    }

    static Optional<Double> boxed(OptionalDouble value) {
        return value.isPresent() ? Optional.of(value.getAsDouble()) : Optional.empty();
    }

    /** A number as a person writes it. */
    static String plain(double number) {
        return number == Math.rint(number) ? Long.toString((long) number) : Double.toString(number);
    }
}
