package dev.lamplighter.lan;

import dev.lamplighter.lan.Wording.Subject;
import dev.lamplighter.lan.wire.Hsbk;
import dev.lamplighter.lan.wire.Message;
import dev.lamplighter.lan.wire.StripMessage;
import dev.lamplighter.lan.wire.StripMessage.Apply;
import dev.lamplighter.lan.wire.StripMessage.SetColorZones;
import dev.lamplighter.lan.wire.StripMessage.SetExtendedColorZones;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Zones;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Changes of zones in messages: all are told first, and change together with the last. */
final class Strips {
    private Strips() {}

    /** Zones next to each other that are told together. */
    private record Run(int start, List<Hsbk> colors) {
        int end() {
            return start + colors.size() - 1;
        }

        boolean goesOn(int zone, Hsbk color, boolean extended) {
            return zone == end() + 1
                    && (extended ? colors.size() < StripMessage.MOST : color.equals(colors.getFirst()));
        }
    }

    static List<List<Message>> stages(Subject light, Optional<Zones> zones, Change change, long fade) {
        var extended = light.model().extended();
        var runs = runs(light.zones(), zones, change, extended);
        if (runs.isEmpty()) {
            return List.of();
        }
        var kept = runs.subList(0, runs.size() - 1).stream().map(run -> message(run, fade, Apply.KEEP, extended))
                .toList();
        var last = List.of(message(runs.getLast(), fade, Apply.APPLY, extended));
        return kept.isEmpty() ? List.of(last) : List.of(kept, last);
    }

    private static List<Run> runs(List<Hsbk> strip, Optional<Zones> zones, Change change, boolean extended) {
        var runs = new ArrayList<Run>();
        for (var zone = 0; zone < strip.size(); zone++) {
            var index = zone;
            if (zones.isEmpty() || zones.filter(some -> some.contains(index)).isPresent()) {
                var color = Units.changed(strip.get(zone), change);
                if (runs.isEmpty() || !runs.getLast().goesOn(zone, color, extended)) {
                    runs.add(new Run(zone, new ArrayList<>()));
                }
                runs.getLast().colors().add(color);
            }
        }
        return runs;
    }

    private static Message message(Run run, long fade, Apply apply, boolean extended) {
        return extended
                ? new SetExtendedColorZones(fade, apply, run.start, run.colors)
                : new SetColorZones(run.start, run.end(), run.colors.getFirst(), fade, apply);
    }
}
