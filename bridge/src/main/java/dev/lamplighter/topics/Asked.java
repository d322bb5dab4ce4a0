package dev.lamplighter.topics;

import dev.lamplighter.light.Parsed;
import dev.lamplighter.light.Selector;
import dev.lamplighter.topics.JsonFields.Wrong;
import java.util.UUID;

/** What a command topic asks for, and so how the payload on it is to be read. */
sealed interface Asked {
    /** 25 of LIFX's longest selectors have less. */
    int LONGEST_SELECTOR = 2048;

    /** A command to these lights. */
    record OfLights(Selector lights) implements Asked {}

    /** A command to the lights that its payload names. */
    record OfChosen() implements Asked {}

    /** A scene. */
    record OfScene(UUID scene) implements Asked {}

    default Parsed<Errand> read(byte[] payload, Palette.Reader colors) {
        return CommandPayload.text(payload).then(text -> switch (this) {
            case OfLights(var lights) -> CommandPayload.parse(text, colors).then(wish -> Errand.of(lights, wish));
            case OfChosen() -> chosen(text, colors);
            case OfScene(var scene) -> SceneJson.parse(scene, text, colors)
                    .then(wish -> Parsed.accepted(new Errand(new Selector.SceneId(scene), wish)));
        });
    }

    private static Parsed<Errand> chosen(String text, Palette.Reader colors) {
        if (!text.startsWith("{")) {
            return Parsed.rejected("payload", "is '" + CommandPayload.shortened(text)
                    + "', but here a command is a JSON object whose selector says which lights are meant, such as \"all\"");
        }
        try {
            var fields = JsonFields.of(text, colors);
            var selector = selector(fields.needed("selector"));
            var wish = CommandJson.read(fields);
            return Selector.parse(selector).then(lights -> Errand.of(lights, wish));
        } catch (Wrong wrong) {
            return wrong.rejected();
        }
    }

    private static String selector(JsonValue value) throws Wrong {
        var text = value.text(LONGEST_SELECTOR);
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw value.wrong("has a control character");
        }
        return text;
    }
}
