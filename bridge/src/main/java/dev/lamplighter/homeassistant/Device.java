package dev.lamplighter.homeassistant;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something in the house, with what Home Assistant is to show of it.
 *
 * @param id ours, and the level of its topics: letters, digits, {@code _} and {@code -}
 * @param about what stands in Home Assistant's own page of it
 * @param availability topics with {@code online} and {@code offline}; all of them have to say {@code online}
 */
record Device(String id, About about, List<String> availability, List<Entity> entities) {
    private static final Pattern LEGAL = Pattern.compile("[A-Za-z0-9_-]+");

    Device {
        if (!LEGAL.matcher(id).matches()) {
            throw new IllegalArgumentException("not the id of a device: '" + id + "'");
        }
        availability = List.copyOf(availability);
        entities = List.copyOf(entities);
    }

    /**
     * @param area where it is, as a suggestion
     * @param serial its maker's number for it
     * @param mac its hardware address
     * @param behind the id of the device that it is reached by
     */
    record About(String name, Make make, Optional<String> area, Optional<String> serial, Optional<String> mac,
            Optional<String> behind) {
        static About of(String name, Make make) {
            return new About(name, make, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
        }

        About in(Optional<String> room) {
            return new About(name, make, room, serial, mac, behind);
        }

        About numbered(String number) {
            return new About(name, make, area, Optional.of(number), mac, behind);
        }

        About at(Optional<String> address) {
            return new About(name, make, area, serial, address, behind);
        }

        About behind(String device) {
            return new About(name, make, area, serial, mac, Optional.of(device));
        }
    }

    /** Who made it, and what. */
    record Make(Optional<String> manufacturer, Optional<String> model, Optional<String> hardware,
            Optional<String> software) {
        static Make of(String manufacturer, String model) {
            return new Make(Optional.of(manufacturer), Optional.of(model), Optional.empty(), Optional.empty());
        }
    }
}
