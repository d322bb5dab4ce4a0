package dev.lamplighter.topics;

import dev.lamplighter.control.ManualTime;
import dev.lamplighter.mqtt.Publication;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;

/** Keeps what was published, by the topic's end below {@code lifx/}. */
final class Told implements Consumer<Publication> {
    private final List<Publication> all = new ArrayList<>();

    Outside outside() {
        return new Outside(this, time -> time, () -> new Outside.Memory(50, 100));
    }

    /** A room of listeners in a bridge whose time stands still. */
    Telling telling(ManualTime time) {
        return new Telling(new CommandTopics("lifx"), outside(), time.surroundings(1));
    }

    @Override
    public void accept(Publication publication) {
        all.add(publication);
    }

    /** What was published there since it was asked last for anything, the oldest first. */
    List<String> take(String leaf) {
        var taken = on(leaf);
        all.clear();
        return taken;
    }

    List<String> on(String leaf) {
        return all.stream().filter(it -> it.topic().equals("lifx/" + leaf)).map(it -> it.payload().toString()).toList();
    }

    JsonNode json(String leaf) {
        return Payloads.JSON.readTree(on(leaf).getLast());
    }

    List<Publication> all() {
        return all;
    }

    void clear() {
        all.clear();
    }
}
