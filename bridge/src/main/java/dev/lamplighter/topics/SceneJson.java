package dev.lamplighter.topics;

import dev.lamplighter.light.Action.Activate;
import dev.lamplighter.light.Fade;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.LightCommand.Perform;
import dev.lamplighter.light.Parsed;
import dev.lamplighter.topics.ChangeJson.Brightness;
import dev.lamplighter.topics.JsonFields.Wrong;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Reads what a scene is told: {@code ON}, or an object with how it is to be activated. */
final class SceneJson {
    private static final String FORMS = "a scene takes ON, {}, or an object with state (ON), transition, ignore, overrides and id";
    private static final Map<String, Activate.Part> PARTS = Arrays.stream(Activate.Part.values())
            .collect(Collectors.toMap(part -> part.name().toLowerCase(Locale.ROOT), Function.identity()));

    private SceneJson() {}

    static Parsed<Wish> parse(UUID scene, String text, Palette.Reader colors) {
        try {
            if (text.startsWith("{")) {
                return Parsed.accepted(read(scene, JsonFields.of(text, colors)));
            }
        } catch (Wrong wrong) {
            return wrong.rejected();
        }
        return text.equalsIgnoreCase("ON")
                ? Parsed.accepted(Wish.of(activate(new Activate(scene, Optional.empty(), Set.of(), Change.NONE))))
                : Parsed.rejected("payload",
                        "'" + CommandPayload.shortened(text) + "' means nothing to a scene; " + FORMS);
    }

    private static Wish read(UUID scene, JsonFields fields) throws Wrong {
        var state = fields.value("state");
        if (state.isPresent() && !state.get().textIfString().orElse("").equalsIgnoreCase("ON")) {
            throw state.get().wrong("is ON or left out, not " + state.get().shown() + "; " + FORMS);
        }
        var fade = fields.has("transition") ? Optional.of(ChangeJson.fade(fields)) : Optional.<Fade>empty();
        var activate = new Activate(scene, fade, ignore(fields), overrides(fields, fade.orElse(Fade.NONE)));
        return new Wish(activate(activate), Optional.empty(), CommandJson.id(fields), fields.ignored());
    }

    private static Perform activate(Activate activate) {
        return new Perform(Change.NONE, activate);
    }

    private static Set<Activate.Part> ignore(JsonFields fields) throws Wrong {
        var parts = EnumSet.noneOf(Activate.Part.class);
        var value = fields.value("ignore");
        if (value.isPresent()) {
            for (var part : value.get().list("is a list of words")) {
                parts.add(part.word(PARTS));
            }
        }
        return parts;
    }

    private static Change overrides(JsonFields fields, Fade fade) throws Wrong {
        var value = fields.value("overrides");
        return value.isPresent()
                ? ChangeJson.part(value.get().object("is an object with the keys of a change"), Brightness.DIMS, fade)
                : Change.NONE;
    }
}
