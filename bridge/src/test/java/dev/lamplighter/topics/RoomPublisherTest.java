package dev.lamplighter.topics;

import static dev.lamplighter.topics.Homestead.HALL;
import static dev.lamplighter.topics.Homestead.away;
import static dev.lamplighter.topics.Homestead.dark;
import static dev.lamplighter.topics.Homestead.in;
import static dev.lamplighter.topics.Homestead.lit;
import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.control.Known;
import dev.lamplighter.control.ManualTime;
import dev.lamplighter.control.Samples;
import dev.lamplighter.light.Color.White;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.Selector;
import dev.lamplighter.mqtt.Publication;
import org.junit.jupiter.api.Test;

class RoomPublisherTest {
    private static final String OFFICE = "group/" + Homestead.OFFICE.id();
    private static final String HOME = "location/" + Homestead.HOME.id();

    private final ManualTime time = new ManualTime();
    private final Told told = new Told();
    private final RoomPublisher publisher = new RoomPublisher(new CommandTopics("lifx"), told, time);
    private final Known on = lit(1, Samples.COLOR, 1, new White(3500));
    private final Known off = dark(2, Samples.COLOR, 1, new White(3500));

    @Test
    void groupAndLocation_areToldRetained() {
        say(on, off);
        assertThat(told.all()).hasSize(4).allMatch(Publication::retained);
        assertThat(told.json(OFFICE + "/state").path("state").asString()).isEqualTo("ON");
        assertThat(told.json(HOME + "/state").path("label").asString()).isEqualTo("Home");
        assertThat(told.on(OFFICE + "/availability")).containsExactly("online");
    }

    @Test
    void changesThatComeTogether_areToldOnce() {
        for (var number = 1; number <= 50; number++) {
            publisher.stateChanged(lit(number, Samples.COLOR, 1, new White(3500)));
        }
        time.settle();
        assertThat(told.on(OFFICE + "/state")).hasSize(1);
    }

    @Test
    void changeOfALight_thatChangesNothingOfTheGroup_isNotTold() {
        say(on, off);
        told.clear();
        say(Homestead.seenAt(Homestead.SEEN.plusSeconds(60), on));
        assertThat(told.all()).isEmpty();
    }

    @Test
    void availability_isOnlineWhileAnyMemberIs() {
        say(on, off);
        say(away(on));
        assertThat(told.on(OFFICE + "/availability")).containsExactly("online");
        assertThat(told.json(OFFICE + "/state").path("state").asString()).isEqualTo("OFF");
        say(away(off));
        assertThat(told.on(OFFICE + "/availability")).containsExactly("online", "offline");
    }

    @Test
    void groupThatIsGone_isTakenAway() {
        say(on);
        told.clear();
        say(in(HALL, on));
        assertThat(told.on(OFFICE + "/state")).containsExactly("");
        assertThat(told.on(OFFICE + "/availability")).containsExactly("");
        assertThat(told.json("group/" + HALL.id() + "/state").path("state").asString()).isEqualTo("ON");
        told.clear();
        publisher.lightLost(Samples.id(1));
        time.settle();
        assertThat(told.on("group/" + HALL.id() + "/state")).containsExactly("");
        assertThat(told.on(HOME + "/state")).containsExactly("");
    }

    @Test
    void groupThatIsRenamed_isToldUnderItsNewName() {
        say(on);
        say(in(new Room(Homestead.OFFICE.id(), "Study"), on));
        assertThat(told.json(OFFICE + "/state").path("label").asString()).isEqualTo("Study");
    }

    @Test
    void groupWhoseIdIsNoLevelOfATopic_isNotTold() {
        say(in(new Room("a/#", "Odd"), on));
        assertThat(told.all()).noneMatch(it -> it.topic().startsWith("lifx/group"));
    }

    @Test
    void group_thatIsWanted_isToldAfterALookThatIsFreshEnoughThoughUnchanged() {
        say(on, in(HALL, off));
        told.clear();
        publisher.want(new Selector.Group("Office"), Homestead.SEEN.plusSeconds(5));
        look(4);
        assertThat(told.all()).isEmpty();
        look(5);
        look(6);
        assertThat(told.all()).singleElement().extracting(Publication::topic).isEqualTo("lifx/" + OFFICE + "/state");
    }

    @Test
    void all_whenWanted_areAllRooms() {
        say(on, in(HALL, off));
        told.clear();
        publisher.want(new Selector.All(), Homestead.SEEN);
        look(1);
        assertThat(told.all()).hasSize(3);
    }

    private void say(Known... lights) {
        for (var light : lights) {
            publisher.stateChanged(light);
        }
        time.settle();
    }

    private void look(int second) {
        publisher.lookedAt(on, Homestead.SEEN.plusSeconds(second));
        publisher.lookedAt(in(HALL, off), Homestead.SEEN.plusSeconds(second));
        time.settle();
    }
}
