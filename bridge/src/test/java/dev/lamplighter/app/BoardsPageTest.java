package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import dev.lamplighter.board.Board;
import dev.lamplighter.board.BoardListener;
import dev.lamplighter.boards.Binding;
import dev.lamplighter.boards.BoardDesk;
import dev.lamplighter.boards.BoardTopics;
import dev.lamplighter.config.Loaded;
import dev.lamplighter.config.SettingsLoader;
import dev.lamplighter.control.ControlSettings;
import dev.lamplighter.control.Lights;
import dev.lamplighter.control.ManualTime;
import dev.lamplighter.control.MemoryWay;
import dev.lamplighter.control.Samples;
import dev.lamplighter.control.Way.Sighting;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightCommand.Change;
import dev.lamplighter.light.Power;
import dev.lamplighter.light.Scene;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.topics.BoundDesk;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What the page on boards shows is true. */
@Timeout(60)
final class BoardsPageTest {
    private static final Path PAGE = Path.of("../docs/boards.md");

    @TempDir
    private Path folder;

    private static String block(String kind) throws IOException {
        var page = Files.readString(PAGE);
        var from = page.indexOf("```" + kind + "\n") + kind.length() + 4;
        return page.substring(from, page.indexOf("```", from));
    }

    private List<Binding> bindings() throws IOException {
        Files.writeString(folder.resolve("lamplighter.yml"), block("yaml"));
        return switch (new SettingsLoader(Map.of(), folder, List.of(Path.of("lamplighter.yml")))
                .load(Optional.empty())) {
            case Loaded.Good(var settings, _, _) -> settings.boards().bindings();
            case Loaded.Bad(var problems) -> throw new AssertionError(problems.toString());
        };
    }

    /** The bindings of the page at boards and lights of the names that it uses. */
    private final class Household {
        private final ManualTime time = new ManualTime();
        private final MemoryWay way = new MemoryWay(0);
        private final List<String> results = new ArrayList<>();
        private final BoardDesk desk;

        Household() throws IOException {
            way.put(lamp(1, "Hall Light", "Hall"));
            way.put(lamp(2, "Desk Lamp", "Office"));
            way.has(new Scene(UUID.fromString("4b2e6a52-0c3d-4b7e-9d1b-3f6f2f7d8a10"), "Evening",
                    Map.of(Samples.id(1), Change.to(Power.ON), Samples.id(2), Change.to(Power.ON))));
            var lights = new Lights(ControlSettings.DEFAULTS, List.of(way), List.of(), time.surroundings(1));
            var bound = new BoundDesk(lights, ControlSettings.DEFAULTS, time);
            var bindings = bindings();
            desk = new BoardDesk(new BoardTopics("boards"), () -> bindings, bound::run,
                    new BoardDesk.Outside(told -> results.add(told.topic() + " " + told.payload()), time), List.of());
            lights.start();
            time.pass(Duration.ofSeconds(1));
        }

        private static Sighting lamp(int number, String label, String group) {
            var room = new Room("%032x".formatted(number), group);
            return new Sighting(new Light(Samples.id(number), label, Optional.of(room), Optional.empty(),
                    Samples.COLOR), Samples.OFF, true, Duration.ZERO);
        }

        void hear(String topic, String payload) {
            desk.received(topic, Bytes.utf8(payload), false);
            time.pass(Duration.ofSeconds(5));
        }

        List<Power> powers() {
            return List.of(way.power(1), way.power(2));
        }
    }

    @Test
    void bindings_asShown_doWhatTheySay() throws IOException {
        var household = new Household();
        household.hear("boards/hall/button/1", "{\"event_type\":\"single\",\"seq\":1}");
        assertThat(household.powers()).as("TOGGLE of the group Hall").containsExactly(Power.ON, Power.OFF);
        household.hear("boards/hall/button/1", "{\"event_type\":\"hold\",\"seq\":2}");
        assertThat(household.powers()).as("OFF for all").containsExactly(Power.OFF, Power.OFF);
        household.hear("boards/hall/button/2", "{\"event_type\":\"single\",\"seq\":3}");
        assertThat(household.powers()).as("the scene").containsExactly(Power.ON, Power.ON);
        household.hear("boards/desk/knob/1", "{\"event_type\":\"turn\",\"steps\":-3,\"seq\":1}");
        assertThat(household.way.state(2).level().fraction()).as("three steps of 4 % darker")
                .isCloseTo(0.38, within(1e-6));
        assertThat(household.results).hasSize(4).allMatch(line -> line.contains("\"status\":\"applied\""));
        assertThat(household.results.getFirst()).startsWith("boards/hall/result ");
        assertThat(household.results.getLast()).startsWith("boards/desk/result ");
    }

    @Test
    void press_inTheLog_hasTheBoardAndTheControlItCameFrom() throws IOException {
        var logger = (Logger) LoggerFactory.getLogger(BoundDesk.class);
        var logged = new ListAppender<ILoggingEvent>();
        logged.start();
        logger.addAppender(logged);
        try {
            new Household().hear("boards/hall/button/1", "{\"event_type\":\"hold\",\"seq\":1}");
        } finally {
            logger.detachAppender(logged);
        }
        assertThat(logged.list).singleElement().satisfies(
                line -> assertThat(line.getFormattedMessage()).startsWith("boards/hall/button/1 for all {")
                        .contains("}: applied via cloud, "));
    }

    @Test
    void description_asShown_isUnderstood() throws IOException {
        var seen = new ArrayList<Board>();
        var desk = new BoardDesk(new BoardTopics("boards"), List::of, (_, _, _, _) -> {},
                new BoardDesk.Outside(_ -> {}, Instant::now), List.of(new BoardListener() {
                    @Override
                    public void boardSeen(Board board) {
                        seen.add(board);
                    }
                }));
        desk.received("boards/hall/info", Bytes.utf8(block("json")), true);
        assertThat(seen).singleElement().satisfies(board -> {
            assertThat(board.label()).contains("Hall button");
            assertThat(board.controls()).hasSize(3);
            assertThat(board.senses().measures()).hasSize(3);
            assertThat(board.senses().diagnoses()).hasSize(4);
        });
    }
}
