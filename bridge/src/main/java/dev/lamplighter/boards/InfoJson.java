package dev.lamplighter.boards;

import dev.lamplighter.board.Board;
import dev.lamplighter.board.Board.Make;
import dev.lamplighter.board.Board.Senses;
import dev.lamplighter.board.Control;
import dev.lamplighter.board.Control.Button;
import dev.lamplighter.board.Control.Knob;
import dev.lamplighter.board.Diagnosis;
import dev.lamplighter.board.Measure;
import dev.lamplighter.board.Press;
import dev.lamplighter.light.Parsed;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Reads how a board describes itself. Keys and sensors that mean nothing to us are passed over, as newer boards may have them. */
final class InfoJson {
    private static final JsonMapper JSON = JsonMapper.builder()
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
    private static final int LONGEST = 64;
    /** More on one board is a mistake, and each would become an entity of Home Assistant. */
    private static final int MOST_CONTROLS = 100;
    private static final Pattern MAC = Pattern.compile("([0-9a-f]{2}:){5}[0-9a-f]{2}");
    private static final List<Press> USUAL = List.of(Press.SINGLE, Press.DOUBLE, Press.HOLD, Press.RELEASE);

    private record Document(@Nullable String label, @Nullable String area, @Nullable String manufacturer,
            @Nullable String model, @Nullable String hardware, @Nullable String firmware, @Nullable String mac,
            @Nullable List<ControlDocument> buttons, @Nullable List<ControlDocument> knobs,
            @Nullable List<String> sensors, @Nullable List<String> telemetry) {}

    private record ControlDocument(int number, @Nullable String label, @Nullable List<String> events) {}

    /** What is wrong, where. */
    private static final class Wrong extends Exception {
        private final String where;

        Wrong(String where, String why) {
            super(why, null, false, false);
            this.where = where;
        }
    }

    private InfoJson() {}

    /** @param name as {@link Board#isName} has it */
    static Parsed<Board> parse(String name, byte[] payload) {
        try {
            return Parsed.accepted(board(name, JSON.readValue(payload, Document.class)));
        } catch (Wrong wrong) {
            return Parsed.rejected(wrong.where, String.valueOf(wrong.getMessage()));
        } catch (DatabindException other) {
            return Parsed.rejected(where(other), "is of another kind than it has to be");
        } catch (JacksonException broken) {
            return Parsed.rejected("payload", "is not right JSON");
        }
    }

    private static String where(DatabindException other) {
        var path = other.getPath().stream()
                .map(step -> step.getPropertyName() == null
                        ? "[" + step.getIndex() + "]"
                        : "." + step.getPropertyName())
                .collect(Collectors.joining());
        return path.isEmpty() ? "payload" : path.substring(path.startsWith(".") ? 1 : 0);
    }

    private static Board board(String name, @Nullable Document read) throws Wrong {
        if (read == null) {
            throw new Wrong("payload", "is a JSON object with what the board has");
        }
        var controls = new ArrayList<Control>();
        for (var button : numbered("buttons", read.buttons)) {
            controls.add(new Button(button.number, text("buttons", button.label), presses(button.events)));
        }
        for (var knob : numbered("knobs", read.knobs)) {
            controls.add(new Knob(knob.number, text("knobs", knob.label)));
        }
        if (controls.size() > MOST_CONTROLS) {
            throw new Wrong("buttons and knobs", "are at most " + MOST_CONTROLS + " together");
        }
        var make = new Make(text("manufacturer", read.manufacturer), text("model", read.model),
                text("hardware", read.hardware), text("firmware", read.firmware));
        return new Board(name, text("label", read.label), text("area", read.area), make, mac(read.mac), controls,
                new Senses(known(read.sensors, Measure::parse), known(read.telemetry, Diagnosis::parse)));
    }

    private static List<ControlDocument> numbered(String where, @Nullable List<ControlDocument> controls)
            throws Wrong {
        var numbers = new HashSet<Integer>();
        var list = controls == null ? List.<ControlDocument>of() : controls;
        for (var control : list) {
            if (control == null || control.number < 1 || control.number > Control.MOST) {
                throw new Wrong(where, "are numbered 1 to " + Control.MOST);
            }
            if (!numbers.add(control.number)) {
                throw new Wrong(where, "has the number " + control.number + " twice");
            }
        }
        return list;
    }

    private static List<Press> presses(@Nullable List<String> words) throws Wrong {
        if (words == null) {
            return USUAL;
        }
        if (words.isEmpty()) {
            throw new Wrong("buttons.events", "are one or more, or left out");
        }
        var presses = new ArrayList<Press>();
        for (var word : words) {
            var press = Press.parse(String.valueOf(word)).filter(it -> !presses.contains(it));
            presses.add(press.orElseThrow(() -> new Wrong("buttons.events", "are, once each, of "
                    + Stream.of(Press.values()).map(Press::word).collect(Collectors.joining(", ")))));
        }
        return presses;
    }

    private static <T> Set<T> known(@Nullable List<String> words, Function<String, Optional<T>> parse) {
        return words == null
                ? Set.of()
                : words.stream().flatMap(word -> parse.apply(String.valueOf(word)).stream())
                        .collect(Collectors.toSet());
    }

    private static Optional<String> mac(@Nullable String text) throws Wrong {
        var mac = text("mac", text).map(it -> it.toLowerCase(Locale.ROOT).replace('-', ':'));
        if (mac.isPresent() && !MAC.matcher(mac.get()).matches()) {
            throw new Wrong("mac", "is six pairs of hex digits, such as 84:f7:03:aa:bb:cc");
        }
        return mac;
    }

    private static Optional<String> text(String where, @Nullable String text) throws Wrong {
        if (text != null && (text.length() > LONGEST || text.chars().anyMatch(Character::isISOControl))) {
            throw new Wrong(where, "has at most " + LONGEST + " characters, on one line");
        }
        return Optional.ofNullable(text).map(String::strip).filter(some -> !some.isEmpty());
    }
}
