package dev.lamplighter;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;

/** Holds the picture of the house: which room may lean on which. Read from the compiled classes, so that it cannot drift. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RoomsTest {
    private static final String ROOT = "dev.lamplighter.";
    private static final String EVERYWHERE = "dev.lamplighter..";
    private static final List<String> FACES = List.of("topics", "homeassistant", "boards", "web", "metrics");
    private static final List<String> EDGES = List.of("mqtt", "cloud", "lan");

    /** Each room and the rooms it may use besides itself. Arrows point down: app, faces, edges, core, words. */
    private static final Map<String, List<String>> MAY_USE = mayUse();

    private final JavaClasses code = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.lamplighter");

    private static Map<String, List<String>> mayUse() {
        var rooms = new HashMap<String, List<String>>();
        rooms.put("light", List.of());
        rooms.put("board", List.of());
        rooms.put("control", List.of("light"));
        rooms.put("mqtt", List.of("light"));
        EDGES.stream().filter(edge -> !edge.equals("mqtt"))
                .forEach(edge -> rooms.put(edge, List.of("control", "light")));
        // It stands between the session and whoever deals with what arrives.
        rooms.put("store", List.of("control", "light", "mqtt"));
        rooms.put("topics", List.of("control", "light", "mqtt", "store"));
        rooms.put("homeassistant", List.of("board", "control", "light", "mqtt"));
        rooms.put("boards", List.of("board", "light", "mqtt"));
        rooms.put("kit", List.of("board", "light"));
        rooms.put("web", List.of("control", "light"));
        rooms.put("metrics", List.of("control", "light"));
        rooms.put("simulator", List.of("light"));
        // It fills the settings records of the rooms, each of which lies in its room.
        rooms.put("config", List.of("board", "boards", "control", "homeassistant", "light", "mqtt", "web",
                "cloud", "topics"));
        return rooms;
    }

    @TestFactory
    List<DynamicTest> everyRoom_usesOnlyTheRoomsBelowIt() {
        return MAY_USE.entrySet().stream().map(room -> DynamicTest.dynamicTest(room.getKey(), () -> {
            var allowed = room.getValue().stream().map(other -> ROOT + other + "..").toArray(String[]::new);
            var inside = resideInAPackage(ROOT + room.getKey() + "..");
            var elsewhere = resideInAPackage(EVERYWHERE).and(DescribedPredicate.not(inside))
                    .and(DescribedPredicate.not(resideInAnyPackage(allowed)));
            noClasses().that(inside).should().dependOnClassesThat(elsewhere).allowEmptyShould(true)
                    .because(
                            "arrows point down only, so that each room can be read, tested and replaced with what lies below it")
                    .check(code);
        })).toList();
    }

    @Test
    void faces_neverUseOneAnother() {
        assertApart(FACES, "a face that knows another cannot be left out");
    }

    @Test
    void edges_neverUseOneAnother() {
        assertApart(EDGES, "each edge is one wire; what joins two wires is control's business");
    }

    @Test
    void rooms_haveNoCycles() {
        slices().matching(ROOT + "(*)..").should().beFreeOfCycles()
                .because("in a cycle of rooms none can be understood alone").check(code);
    }

    @Test
    void words_useOnlyJavaItself() {
        classes().that().resideInAPackage(ROOT + "light..").should().onlyDependOnClassesThat()
                .resideInAnyPackage("java..", ROOT + "light..", "org.jspecify..")
                .because("values must not drag a library along").check(code);
    }

    @Test
    void control_doesNoInputOrOutput() {
        noClasses().that().resideInAPackage(ROOT + "control..").should().dependOnClassesThat()
                .resideInAnyPackage("java.io..", "java.net..", "java.nio..", "okhttp3..", "org.eclipse.paho..",
                        "tools.jackson..")
                .because("deciding is kept apart from doing, so that it can be tested with time standing still")
                .check(code);
    }

    @Test
    void control_readsNoClockOfItsOwn() {
        noClasses().that().resideInAnyPackage(ROOT + "control..", ROOT + "light..").should()
                .callMethod(System.class, "nanoTime").orShould()
                .callMethod(System.class, "currentTimeMillis").orShould().callMethod(Instant.class, "now")
                .because("time is handed in").check(code);
    }

    @Test
    void libraries_areKnownToTheRoomThatWrapsThem() {
        onlyIn("org.eclipse.paho..", "mqtt", "another client can take Paho's place in one room");
        onlyIn("mockwebserver3..", "simulator", "the server of the simulated account is nobody else's business");
        onlyIn("com.google.zxing..", "kit", "what is drawn is squares, whoever reckons them");
        onlyIn("picocli..", "app", "words typed in a shell end at the commands");
    }

    @Test
    void broker_isKnownToTheAppAlone() {
        noClasses()
                .that(resideInAPackage(EVERYWHERE)
                        .and(DescribedPredicate.not(resideInAnyPackage(ROOT + "app..", ROOT + "broker.."))))
                .should().dependOnClassesThat().resideInAPackage(ROOT + "broker..")
                .because("the bridge speaks plain MQTT and runs without our broker on its class path").check(code);
        noClasses().that().resideInAPackage(EVERYWHERE).and().resideOutsideOfPackage(ROOT + "broker..").should()
                .dependOnClassesThat()
                .resideInAnyPackage("com.hivemq..").because("HiveMQ is the broker's business").check(code);
    }

    @Test
    void everyRoom_saysWhatItIsFor() throws Exception {
        for (var room : MAY_USE.keySet()) {
            assertThat(Class.forName(ROOT + room + ".package-info").isAnnotationPresent(NullMarked.class))
                    .as("package-info of %s, null-marked", room).isTrue();
        }
    }

    private void onlyIn(String library, String room, String because) {
        noClasses().that().resideOutsideOfPackage(ROOT + room + "..").should().dependOnClassesThat()
                .resideInAPackage(library).because(because)
                .check(code.that(DescribedPredicate.not(resideInAPackage(ROOT + "broker.."))));
    }

    private void assertApart(List<String> rooms, String because) {
        for (var room : rooms) {
            var others = rooms.stream().filter(other -> !other.equals(room)).map(other -> ROOT + other + "..")
                    .toArray(String[]::new);
            noClasses().that().resideInAPackage(ROOT + room + "..").should().dependOnClassesThat()
                    .resideInAnyPackage(others)
                    .allowEmptyShould(true).because(because).check(code);
        }
    }
}
