package dev.lamplighter.light;

import java.util.Optional;

/** Which light it is: what changes only when somebody renames, moves or replaces it. {@code label} is its user's word for it. */
public record Light(LightId id, String label, Optional<Room> group, Optional<Room> location, Product product) {
    /** A LIFX group or location: 32 hex digits that stay, and a name that its user may change. */
    public record Room(String id, String name) {}

    /**
     * What a product can do.
     *
     * @param kelvin its range of whites
     */
    public record Product(String name, boolean color, boolean infrared, boolean multizone, boolean matrix, boolean hev,
            Kelvins kelvin) {}

    /** A range of white temperatures in K, both ends included. */
    public record Kelvins(int least, int most) {
        public static final Kelvins ANY = new Kelvins(Color.WARMEST, Color.COLDEST);

        public Kelvins {
            if (least > most) {
                throw new IllegalArgumentException("a range runs upwards, not from " + least + " to " + most);
            }
        }

        public Color.White nearest(Color.White white) {
            return Color.White.clipped(Math.clamp(white.kelvin(), least, most));
        }
    }
}
