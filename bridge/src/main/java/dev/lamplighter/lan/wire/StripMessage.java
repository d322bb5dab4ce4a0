package dev.lamplighter.lan.wire;

import java.util.List;

/** What strips and beams speak of: zones in a row, counted from 0. Durations are in milliseconds, those of effects in nanoseconds. */
public sealed interface StripMessage extends Message {
    /** The most colours one message carries. */
    int MOST = 82;
    /** The most colours one old message carries. */
    int MOST_AT_ONCE = 8;

    /** Whether zones change now. */
    enum Apply {
        /** Later, with the next that does. */
        KEEP(0),
        /** This and all that was kept. */
        APPLY(1),
        /** Only what was kept. */
        APPLY_KEPT(2);

        private final int number;

        Apply(int number) {
            this.number = number;
        }

        int number() {
            return number;
        }

        /** A number that is none of these changes zones now, as nearly all messages do. */
        static Apply read(Input in) {
            return switch (in.u8()) {
                case 0 -> KEEP;
                case 2 -> APPLY_KEPT;
                default -> APPLY;
            };
        }
    }

    /** @param end included */
    record SetColorZones(int start, int end, Hsbk color, long duration, Apply apply) implements StripMessage {}

    record GetColorZones(int start, int end) implements StripMessage {}

    record StateZone(int count, int index, Hsbk color) implements StripMessage {}

    /** @param count of all zones; the last colours may be beyond it */
    record StateMultiZone(int count, int index, List<Hsbk> colors) implements StripMessage {
        public StateMultiZone {
            colors = List.copyOf(colors);
        }
    }

    /**
     * What runs along a strip.
     *
     * @param speed time of one turn in milliseconds
     * @param duration 0 without end
     * @param direction 0 backward, 1 forward
     */
    record StripEffect(long instance, int type, long speed, long duration, long direction) {
        public static final int OFF = 0;
        public static final int MOVE = 1;

        static StripEffect read(Input in) {
            var instance = in.u32();
            var type = in.u8();
            var speed = in.skip(2).u32();
            var duration = in.u64();
            var direction = in.skip(8 + 4).u32();
            in.skip(24);
            return new StripEffect(instance, type, speed, duration, direction);
        }

        Output write(Output out) {
            return out.u32(instance).u8(type).zeros(2).u32(speed).u64(duration).zeros(8 + 4).u32(direction)
                    .zeros(24);
        }
    }

    record SetMultiZoneEffect(StripEffect effect) implements StripMessage {}

    record StateMultiZoneEffect(StripEffect effect) implements StripMessage {}

    /** @param colors at most {@link #MOST}, for the zones from {@code index} on */
    record SetExtendedColorZones(long duration, Apply apply, int index, List<Hsbk> colors) implements StripMessage {
        public SetExtendedColorZones {
            colors = List.copyOf(colors);
        }
    }

    record StateExtendedColorZones(int count, int index, List<Hsbk> colors) implements StripMessage {
        public StateExtendedColorZones {
            colors = List.copyOf(colors);
        }
    }
}
