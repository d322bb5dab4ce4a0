package dev.lamplighter.topics;

import dev.lamplighter.topics.JsonFields.Wrong;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/** One value of a JSON document from outside, read with its type and range or refused with the name its sender knows it by. */
record JsonValue(JsonNode node, String where, JsonFields.Unread unread) {
    Wrong wrong(String why) {
        return new Wrong(where, why);
    }

    Optional<String> textIfString() {
        return node.isString() ? Optional.of(node.stringValue()) : Optional.empty();
    }

    String text(int longest) throws Wrong {
        var text = textIfString().orElseThrow(() -> wrong("takes a text in quotes, not " + shown()));
        if (text.length() > longest) {
            throw wrong("has " + text.length() + " characters; at most " + longest + " are taken");
        }
        return text;
    }

    boolean isNumber() {
        return node.isNumber();
    }

    double number(double least, double most) throws Wrong {
        var value = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (!(value >= least && value <= most)) {
            throw wrong("takes a number from " + JsonFields.plain(least) + " to " + JsonFields.plain(most) + ", not "
                    + shown());
        }
        return value;
    }

    double above(double floor, double most) throws Wrong {
        var value = node.isNumber() ? node.doubleValue() : Double.NaN;
        if (!(value > floor && value <= most)) {
            throw wrong("takes a number above " + JsonFields.plain(floor) + ", up to " + JsonFields.plain(most)
                    + ", not " + shown());
        }
        return value;
    }

    boolean flag() throws Wrong {
        if (!node.isBoolean()) {
            throw wrong("takes true or false, not " + shown());
        }
        return node.booleanValue();
    }

    /** What stands for the text in {@code words}, in either case. */
    <T> T word(Map<String, T> words) throws Wrong {
        var value = words.get(textIfString().orElse("").toLowerCase(Locale.ROOT));
        if (value == null) {
            throw wrong("is one of " + String.join(", ", new TreeMap<>(words).keySet()) + ", not " + shown());
        }
        return value;
    }

    boolean isObject() {
        return node.isObject();
    }

    JsonFields object(String otherwise) throws Wrong {
        if (!node.isObject()) {
            throw wrong(otherwise);
        }
        return new JsonFields(node, where + ".", unread);
    }

    boolean isList() {
        return node.isArray();
    }

    /** Its entries, named from 0. */
    List<JsonValue> list(String otherwise) throws Wrong {
        if (!node.isArray()) {
            throw wrong(otherwise);
        }
        var entries = new ArrayList<JsonValue>();
        for (var entry : node) {
            entries.add(new JsonValue(entry, where + "[" + entries.size() + "]", unread));
        }
        return entries;
    }

    String shown() {
        return CommandPayload.shortened(node.toString());
    }
}
