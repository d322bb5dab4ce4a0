package dev.lamplighter.homeassistant;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.board.Board;
import dev.lamplighter.board.Board.Make;
import dev.lamplighter.board.Board.Senses;
import dev.lamplighter.board.Control;
import dev.lamplighter.board.Control.Button;
import dev.lamplighter.board.Control.Knob;
import dev.lamplighter.board.Diagnosis;
import dev.lamplighter.board.Measure;
import dev.lamplighter.board.Press;
import dev.lamplighter.control.Known;
import dev.lamplighter.control.ManualTime;
import dev.lamplighter.control.Samples;
import dev.lamplighter.control.Via;
import dev.lamplighter.homeassistant.DiscoverySettings.Mode;
import dev.lamplighter.lan.Firmware;
import dev.lamplighter.lan.Products;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Kelvins;
import dev.lamplighter.light.Light.Product;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.Scene;
import dev.lamplighter.mqtt.Bytes;
import dev.lamplighter.mqtt.Publication;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

final class DiscoveryTest {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Room OFFICE = new Room("6f1d0e2b9c8a4f7d8e5b3a2c1d0e9f8a", "Büro");
    private static final List<Product> PRODUCTS = List.of(Samples.COLOR,
            new Product("LIFX Mini White", false, false, false, false, false, new Kelvins(2700, 2700)),
            new Product("LIFX Day and Dusk", false, false, false, false, false, new Kelvins(1500, 4000)),
            new Product("LIFX Z", true, false, true, false, false, Kelvins.ANY),
            new Product("LIFX Candle", true, false, false, true, false, Kelvins.ANY),
            new Product("LIFX Clean", true, false, false, false, true, Kelvins.ANY),
            new Product("LIFX Night Vision", true, true, false, false, false, Kelvins.ANY));

    private final ManualTime time = new ManualTime();
    private final Map<String, JsonNode> kept = new TreeMap<>();
    private final List<String> said = new ArrayList<>();
    private final List<Discovery> running = new ArrayList<>();
    private Discovery discovery = made(Mode.DEVICE);

    private Discovery made(Mode mode) {
        return made(new DiscoverySettings(mode, "homeassistant", "1.0.0", Optional.empty()), new Tree());
    }

    /** Connected, with all that is kept told to it. The one before has ended. */
    private Discovery made(DiscoverySettings settings, Tree tree) {
        running.forEach(before -> before.lost("ended"));
        running.clear();
        var made = new Discovery(settings, tree, this::keep, time.surroundings(1));
        running.add(made);
        made.connected(false, 0);
        told(made, Map.copyOf(kept));
        return made;
    }

    private static void told(Discovery listening, Map<String, JsonNode> messages) {
        messages.forEach((topic, message) -> listening.received(topic, Bytes.utf8(message.toString()), true));
    }

    private void keep(Publication message) {
        assertThat(message.retained()).isTrue();
        said.add(message.topic());
        if (message.payload().length() == 0) {
            kept.remove(message.topic());
        } else {
            kept.put(message.topic(), JSON.readTree(message.payload().toArray()));
        }
    }

    private static Known known(int number, String label, Product product) {
        return new Known(new Light(Samples.id(number), label, Optional.of(OFFICE), Optional.empty(), product),
                Samples.OFF, true, Via.CLOUD, Known.Source.OBSERVED, Instant.EPOCH);
    }

    private void seen(Known light) {
        discovery.lightSeen(light);
        discovery.allSeen();
    }

    private static Board board(String name, Control... controls) {
        return new Board(name, Optional.of("Hall"), Optional.of("Hall"), Make.UNKNOWN,
                Optional.of("84:f7:03:aa:bb:cc"), List.of(controls),
                new Senses(Set.of(Measure.values()), Set.of(Diagnosis.values())));
    }

    private static Button button(Press... presses) {
        return new Button(1, Optional.empty(), List.of(presses));
    }

    private void everything() {
        for (var number = 0; number < PRODUCTS.size(); number++) {
            seen(known(number + 1, "Light " + number, PRODUCTS.get(number)));
        }
        discovery.scenesSeen(List.of(new Scene(UUID.fromString("3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11"), "Évening",
                Map.of())));
        discovery.boardSeen(board("hall", button(Press.values()), new Knob(1, Optional.empty())));
        time.pass(Duration.ofSeconds(20));
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"DEVICE", "COMPONENT"})
    void everything_isToldAsHomeAssistantWantsIt(Mode mode) {
        discovery = made(mode);
        everything();
        assertThat(Rules.faults(kept)).isEmpty();
        var devices = PRODUCTS.size() + 3;
        assertThat(kept).hasSize(mode == Mode.DEVICE ? devices : said.size());
        assertThat(kept.size()).isGreaterThanOrEqualTo(devices);
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"DEVICE", "COMPONENT"})
    void everyProductOfLifx_isToldAsHomeAssistantWantsIt(Mode mode) {
        discovery = made(mode);
        var products = Products.load();
        var lights = products.numbers().stream()
                .filter(number -> !products.of(number, new Firmware(99, 0)).relays()).toList();
        assertThat(lights).hasSizeGreaterThan(100).hasSizeLessThan(products.numbers().size());
        for (var number : lights) {
            var oldest = products.of(number, new Firmware(1, 0)).product();
            var newest = products.of(number, new Firmware(99, 0)).product();
            seen(known(number, oldest.name(), oldest));
            seen(known(1_000 + number, newest.name(), newest));
        }
        time.pass(Duration.ofSeconds(20));
        assertThat(kept.keySet()).filteredOn(topic -> topic.contains("/lamplighter_d073d5"))
                .hasSizeGreaterThanOrEqualTo(2 * lights.size());
        assertThat(Rules.faults(kept)).isEmpty();
    }

    @Test
    void light_canWhatItsProductCan() {
        everything();
        assertThat(told(1, "supported_color_modes")).isEqualTo("[\"color_temp\",\"hs\"]");
        assertThat(told(1, "effect_list")).isEqualTo("[\"off\",\"breathe\",\"pulse\"]");
        assertThat(told(1, "default_entity_id")).isEqualTo("\"light.light_0\"");
        assertThat(told(2, "supported_color_modes")).isEqualTo("[\"brightness\"]");
        assertThat(told(3, "supported_color_modes")).isEqualTo("[\"color_temp\"]");
        assertThat(told(3, "min_kelvin") + told(3, "max_kelvin")).isEqualTo("15004000");
        assertThat(light(4).path("effect_list").toString()).contains("move");
        assertThat(light(5).path("effect_list").toString()).contains("flame", "morph");
        assertThat(device("lamplighter_d073d5000006").path("components").propertyNames()).contains("clean",
                "clean_stop", "cleaning");
        assertThat(device("lamplighter_d073d5000007").path("components").propertyNames()).contains("infrared");
    }

    @Test
    void white_forReleasesThatKnowNoKelvins_isToldInMireds() {
        discovery = made(Mode.COMPONENT);
        everything();
        var light = kept.getOrDefault("homeassistant/light/lamplighter_d073d5000003/light/config",
                JSON.createObjectNode());
        assertThat(light.path("min_mireds").asInt()).isEqualTo(250);
        assertThat(light.path("max_mireds").asInt()).isEqualTo(666);
        assertThat(light.has("color_temp_kelvin")).isFalse();
        assertThat(light.path("state_topic").asString()).isEqualTo("lifx/light/d073d5000003/state/mireds");
    }

    private JsonNode device(String id) {
        return kept.getOrDefault("homeassistant/device/" + id + "/config", JSON.createObjectNode());
    }

    private String told(int number, String key) {
        return light(number).path(key).toString();
    }

    private JsonNode light(int number) {
        return device("lamplighter_" + Samples.id(number).serial()).path("components").path("light");
    }

    @Test
    void light_renamed_keepsItsIdsAndIsToldOnceMore() {
        seen(known(1, "Desk Lamp", Samples.COLOR));
        time.pass(Duration.ofSeconds(20));
        said.clear();
        seen(known(1, "Reading Lamp", Samples.COLOR));
        time.pass(Duration.ofSeconds(20));
        assertThat(said).containsExactly("homeassistant/device/lamplighter_d073d5000001/config");
        assertThat(device("lamplighter_d073d5000001").path("device").path("name").asString()).isEqualTo("Reading Lamp");
        assertThat(light(1).path("unique_id").asString()).isEqualTo("lamplighter_d073d5000001_light");
    }

    @Test
    void lightAndBoard_thatLeave_areTakenAwayWithTheirGroup() {
        everything();
        for (var number = 1; number <= PRODUCTS.size(); number++) {
            discovery.lightLost(Samples.id(number));
        }
        discovery.boardLost("hall");
        time.pass(Duration.ofSeconds(20));
        assertThat(kept.keySet()).containsExactly("homeassistant/device/lamplighter_bridge/config");
    }

    @Test
    void homeAssistant_thatBeginsAnew_isToldEverythingWithinFiveSeconds() {
        for (var number = 1; number <= 500; number++) {
            seen(known(number, "Light " + number, Samples.COLOR));
        }
        for (var number = 1; number <= 200; number++) {
            discovery.boardSeen(board("board" + number, button(Press.SINGLE)));
        }
        time.pass(Duration.ofSeconds(30));
        var all = new LinkedHashMap<>(kept);
        kept.clear();
        said.clear();
        discovery.received("homeassistant/status", Bytes.utf8("online"), false);
        time.pass(Duration.ofMillis(100));
        assertThat(said).as("the bridge first").containsExactly("homeassistant/device/lamplighter_bridge/config");
        time.pass(Duration.ofMillis(4_900));
        assertThat(kept).isEqualTo(all).hasSize(702);
        assertThat(said).as("each once").hasSize(702);
    }

    @Test
    void earlierRun_isFollowedUp() {
        everything();
        said.clear();
        discovery = made(Mode.DEVICE);
        discovery.received("homeassistant/light/others/light/config", Bytes.utf8("{\"origin\":{\"name\":\"Other\"}}"),
                true);
        discovery.received("homeassistant/light/others/config", Bytes.utf8("?"), true);
        time.pass(Duration.ofSeconds(60));
        assertThat(said).as("nobody has seen the lights yet").isEmpty();
        seen(known(1, "Light 0", Samples.COLOR));
        time.pass(Duration.ofSeconds(30));
        assertThat(kept).hasSize(3).containsKeys("homeassistant/device/lamplighter_d073d5000001/config");
        assertThat(said).noneMatch(topic -> topic.contains("others"));
    }

    @Test
    void otherMode_leavesNothingOfTheFirst() {
        everything();
        discovery = made(Mode.COMPONENT);
        everything();
        time.pass(Duration.ofSeconds(60));
        assertThat(kept.keySet()).noneMatch(topic -> topic.startsWith("homeassistant/device/"));
        assertThat(Rules.faults(kept)).isEmpty();
        discovery = made(Mode.OFF);
        everything();
        time.pass(Duration.ofSeconds(60));
        assertThat(kept).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(value = Mode.class, names = {"DEVICE", "COMPONENT"})
    void bridge_thatBeginsAnew_saysNothingOfWhatIsAsItWas(Mode mode) {
        discovery = made(mode);
        everything();
        said.clear();
        discovery = made(mode);
        discovery.boardSeen(board("hall", button(Press.values()), new Knob(1, Optional.empty())));
        time.pass(Duration.ofSeconds(5));
        everything();
        assertThat(said).isEmpty();
    }

    @Test
    void scene_isGoneOnlyOnceTheAccountSaysSo() {
        everything();
        discovery = made(Mode.DEVICE);
        seen(known(1, "Light 0", PRODUCTS.getFirst()));
        time.pass(Duration.ofMinutes(5));
        assertThat(device("lamplighter_bridge").path("components").propertyNames())
                .anyMatch(it -> it.startsWith("scene_"));
        discovery.scenesSeen(List.of());
        time.pass(Duration.ofSeconds(20));
        assertThat(device("lamplighter_bridge").path("components").propertyNames())
                .noneMatch(it -> it.startsWith("scene_"));
    }

    @Test
    void twoBridges_onOneBroker_leaveEachOtherAlone() {
        everything();
        var first = Map.copyOf(kept);
        said.clear();
        discovery = made(new DiscoverySettings(Mode.DEVICE, "homeassistant", "1.0.0", Optional.empty()),
                new Tree("home/2"));
        everything();
        time.pass(Duration.ofMinutes(1));
        assertThat(said).as("of its own").isNotEmpty().allMatch(topic -> topic.contains("/lamplighter-home-2_"));
        assertThat(kept).containsAllEntriesOf(first).hasSize(2 * first.size());
        assertThat(Rules.faults(kept)).isEmpty();
    }

    @Test
    void whatTheBrokerTellsLate_isFollowedUp() {
        discovery = made(Mode.COMPONENT);
        everything();
        var single = Map.copyOf(kept);
        kept.clear();
        discovery = made(Mode.DEVICE);
        seen(known(1, "Light 0", PRODUCTS.getFirst()));
        time.pass(Duration.ofSeconds(30));
        kept.putAll(single);
        told(discovery, single);
        time.pass(Duration.ofMinutes(1));
        assertThat(kept.keySet()).allMatch(topic -> topic.startsWith("homeassistant/device/"));
        assertThat(kept).hasSize(3);
    }

    @Test
    void bridge_withoutABroker_saysNothingUntilItKnowsWhatTheBrokerKeeps() {
        discovery.lost("ended");
        discovery = new Discovery(DiscoverySettings.of(Mode.DEVICE, "homeassistant", "1.0.0"), new Tree(), this::keep,
                time.surroundings(1));
        everything();
        time.pass(Duration.ofMinutes(5));
        assertThat(said).isEmpty();
        discovery.connected(false, 7);
        time.pass(Duration.ofSeconds(10));
        assertThat(kept).hasSize(PRODUCTS.size() + 3);
    }

    @Test
    void brokerThatComesBack_isToldOnlyWhatItHasLost() {
        everything();
        said.clear();
        discovery.lost("gone");
        discovery.connected(false, 1);
        told(discovery, Map.copyOf(kept));
        time.pass(Duration.ofMinutes(1));
        assertThat(said).isEmpty();
        discovery.lost("gone");
        discovery.connected(false, 1);
        var all = Map.copyOf(kept);
        kept.clear();
        time.pass(Duration.ofMillis(2_100));
        assertThat(said).as("spread").hasSizeLessThan(3);
        time.pass(Duration.ofSeconds(20));
        assertThat(kept).isEqualTo(all);
    }

    @Test
    void births_inARow_areAnsweredOnce() {
        everything();
        time.pass(Duration.ofSeconds(20));
        said.clear();
        for (var birth = 0; birth < 1_000; birth++) {
            discovery.received("homeassistant/status", Bytes.utf8("online"), false);
        }
        time.pass(Duration.ofSeconds(30));
        assertThat(said).hasSize(kept.size()).doesNotHaveDuplicates();
    }

    @Test
    void room_withAnIdThatNoTopicHas_isLeftOut() {
        var odd = new Room("living room", "Living room");
        var light = new Light(Samples.id(1), "Lamp", Optional.of(odd), Optional.of(OFFICE), Samples.COLOR);
        seen(new Known(light, Samples.OFF, true, Via.CLOUD, Known.Source.OBSERVED, Instant.EPOCH));
        time.pass(Duration.ofSeconds(20));
        assertThat(kept).hasSize(3).containsKey("homeassistant/device/lamplighter_location_" + OFFICE.id() + "/config");
    }

    @Test
    void entities_areProposedTheNameThatTheyHadFirst() {
        seen(known(1, "Desk Lamp", Samples.COLOR));
        time.pass(Duration.ofSeconds(20));
        discovery = made(Mode.DEVICE);
        seen(known(1, "Reading Lamp", Samples.COLOR));
        time.pass(Duration.ofSeconds(20));
        assertThat(device("lamplighter_d073d5000001").path("device").path("name").asString()).isEqualTo("Reading Lamp");
        assertThat(told(1, "default_entity_id")).isEqualTo("\"light.desk_lamp\"");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            Desk Lamp,   light.desk_lamp
            B\u00fcro,  light.buro
            Stra\u00dfe, light.strasse
            \u041a\u0443\u0445\u043d\u044f, light.lamplighter_d073d5000001
            !!,          light.lamplighter_d073d5000001
            """)
    void entity_isProposedANameOfLatinLetters(String label, String id) {
        seen(known(1, label, Samples.COLOR));
        time.pass(Duration.ofSeconds(20));
        assertThat(told(1, "default_entity_id")).isEqualTo("\"" + id + "\"");
    }

    @Test
    void page_isShownWithEachDevice() {
        discovery = made(new DiscoverySettings(Mode.DEVICE, "homeassistant", "1.0.0",
                Optional.of(URI.create("http://lamplighter.local:8080/"))), new Tree());
        everything();
        assertThat(kept.values()).allSatisfy(message -> assertThat(message.path("device").path("configuration_url")
                .asString()).isEqualTo("http://lamplighter.local:8080/"));
        assertThat(Rules.faults(kept)).isEmpty();
    }
}
