package dev.lamplighter.broker.rules;

import dev.lamplighter.broker.rules.Rules.Who;
import dev.lamplighter.broker.users.Grant;
import dev.lamplighter.broker.users.Grant.Kind;
import dev.lamplighter.broker.users.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Who may do what, written down by hand: each kind of topic, and for each role whether it may write (w) and read (r) there. */
public final class RuleTable {
    /** Two boards: one was granted a light, a label and a group; the other all there is. Neither is the board "attic". */
    public static final List<Who> ALL = List.of(new Who("bridge", Role.BRIDGE, Set.of()),
            new Who("hall", Role.BOARD, Set.of(new Grant.Named(Kind.LIGHT, "d073d5001337"),
                    new Grant.Named(Kind.LABEL, "Desk Lamp"), new Grant.Named(Kind.GROUP, "1+1"))),
            new Who("desk", Role.BOARD, Set.of(new Grant.All())), new Who("ha", Role.HOME_ASSISTANT, Set.of()),
            new Who("panel", Role.READER, Set.of()), new Who("root", Role.ADMIN, Set.of()));

    private static final String TABLE = """
            topic                             bridge hall desk ha panel root
            lifx/light/d073d5001337/set       wr     w    w    wr r     wr
            lifx/light/d073d5001337/get       wr     w    w    wr r     wr
            lifx/light/d073d5001337/state     wr     r    r    r  r     wr
            lifx/light/d073d5001337/availability wr  r    r    r  r     wr
            lifx/light/d073d5001337/result    wr     r    r    r  r     wr
            lifx/light/d073d5001337/other     wr     -    -    r  r     wr
            lifx/light/d073d5003b01/set       wr     -    w    wr r     wr
            lifx/light/d073d5003b01/state     wr     -    r    r  r     wr
            lifx/label/Desk_Lamp/set          wr     w    w    wr r     wr
            lifx/label/Desk%20Lamp/set        wr     w    w    wr r     wr
            lifx/label/Desk%20Lamp/result     wr     r    r    r  r     wr
            lifx/label/Porch/set              wr     -    w    wr r     wr
            lifx/group/1%2B1/set              wr     w    w    wr r     wr
            lifx/group/1%2B1/state            wr     r    r    r  r     wr
            lifx/group/Hall/set               wr     -    w    wr r     wr
            lifx/location/Home/set            wr     -    w    wr r     wr
            lifx/scene/3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11/set wr - w wr r wr
            lifx/all/set                      wr     -    w    wr r     wr
            lifx/all/result                   wr     -    r    r  r     wr
            lifx/select/set                   wr     -    w    wr r     wr
            lifx/bridge/state                 wr     r    r    r  r     wr
            lifx/bridge/info                  wr     -    -    r  r     wr
            lifx/bridge/restart               wr     -    -    wr r     wr
            lifx/answers/hall/1               wr     r    -    r  r     wr
            lifx/answers/desk/1               wr     -    r    r  r     wr
            boards/hall/state                 wr     w    -    r  r     wr
            boards/hall/info                  wr     w    -    r  r     wr
            boards/hall/button/1              wr     w    -    r  r     wr
            boards/hall/config                wr     r    -    r  r     wr
            boards/hall/result                wr     r    -    r  r     wr
            boards/attic/state                wr     -    -    r  r     wr
            boards/attic/button/1             wr     -    -    r  r     wr
            boards/attic/config               wr     -    -    r  r     wr
            homeassistant/status              wr     -    -    wr r     wr
            homeassistant/device/x/config     wr     -    -    wr r     wr
            elsewhere/topic                   w      -    -    -  -     wr
            """;

    /** Filters with wildcards: who may subscribe. */
    private static final String FILTERS = """
            filter                            bridge hall desk ha panel root
            #                                 -      -    -    -  -     r
            +/#                               -      -    -    -  -     r
            +/+/+/state                       -      -    -    -  -     r
            lifx/#                            r      -    -    r  r     r
            lifx/light/#                      r      -    -    r  r     r
            lifx/light/+/state                r      -    r    r  r     r
            lifx/light/+/set                  r      -    -    r  r     r
            lifx/+/d073d5001337/state         r      -    -    r  r     r
            lifx/light/d073d5001337/+         r      -    -    r  r     r
            boards/#                          r      -    -    r  r     r
            boards/+/config                   r      -    -    r  r     r
            boards/hall/#                     r      -    -    r  r     r
            homeassistant/#                   r      -    -    r  r     r
            lifx/answers/hall/#               r      r    -    r  r     r
            """;

    /** What {@code who} may do at a topic or filter. */
    public record Row(String topic, Map<String, String> rights) {
        public boolean writes(Who who) {
            return rights.getOrDefault(who.name(), "").contains("w");
        }

        public boolean reads(Who who) {
            return rights.getOrDefault(who.name(), "").contains("r");
        }
    }

    private RuleTable() {}

    public static List<Row> topics() {
        return rows(TABLE);
    }

    public static List<Row> filters() {
        return rows(FILTERS);
    }

    private static List<Row> rows(String table) {
        var lines = table.lines().toList();
        var names = lines.getFirst().split(" +", -1);
        var rows = new ArrayList<Row>();
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(" +", -1);
            var rights = new TreeMap<String, String>();
            for (var column = 1; column < names.length; column++) {
                rights.put(names[column], cells[column]);
            }
            // The table's columns are apart by blanks.
            rows.add(new Row(cells[0].replace('_', ' '), rights));
        }
        return rows;
    }
}
