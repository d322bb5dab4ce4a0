package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.broker.users.Grant;
import dev.lamplighter.broker.users.PasswordHash;
import dev.lamplighter.broker.users.Role;
import dev.lamplighter.broker.users.User;
import dev.lamplighter.broker.users.UsersException;
import dev.lamplighter.broker.users.UsersFile;
import dev.lamplighter.light.Light;
import dev.lamplighter.light.Light.Kelvins;
import dev.lamplighter.light.Light.Product;
import dev.lamplighter.light.Light.Room;
import dev.lamplighter.light.LightId;
import dev.lamplighter.light.Secret;
import dev.lamplighter.web.relay.Guest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which boards of the broker's users may call the relay, and for which lights. */
final class RelayBoardsTest {
    private static final Secret KEY = new Secret("board-key");
    private static final UUID SCENE = UUID.fromString("3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11");
    private static final Room OFFICE = new Room("0123456789abcdef0123456789abcdef", "Office");
    private static final Room HOME = new Room("fedcba9876543210fedcba9876543210", "Home");
    private static final Product LAMP = new Product("LIFX A19", true, false, false, false, false, Kelvins.ANY);
    private static final List<Light> LIGHTS = List.of(
            new Light(new LightId("d073d5001337"), "Desk Lamp", Optional.of(OFFICE), Optional.of(HOME), LAMP),
            new Light(new LightId("d073d5001338"), "Porch", Optional.empty(), Optional.of(HOME), LAMP));

    @TempDir
    private Path folder;

    private UsersFile file() {
        return new UsersFile(folder.resolve("users"));
    }

    private Optional<Guest> board(String grant) throws UsersException {
        add("hall", Role.BOARD, Set.of(Grant.parse(grant)));
        return new RelayBoards(file().path()).board("hall", KEY);
    }

    private void add(String name, Role role, Set<Grant> grants) throws UsersException {
        file().change(all -> all.with(new User(name, role, PasswordHash.of(
                KEY.reveal().getBytes(StandardCharsets.UTF_8), PasswordHash.Cost.RANDOM, new SecureRandom()), grants)));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            all,                                        2, true
            label:Desk Lamp,                            1, false
            light:d073d5001337,                         1, false
            group:Office,                               1, false
            location:fedcba9876543210fedcba9876543210,  2, false
            scene:3f0c1a52-7f0e-4b0b-9d5d-2f6a1f0b7c11, 0, true
            group:Nowhere,                              0, false
            """)
    void board_byItsGrant_seesWhatItMay(String grant, int lights, boolean scene) throws UsersException {
        var guest = board(grant).orElseThrow();
        assertThat(LIGHTS.stream().filter(guest.lights())).hasSize(lights);
        assertThat(guest.scenes().test(SCENE)).isEqualTo(scene);
    }

    @Test
    void login_thatIsNoBoardsOrNotRight_opensNothing() throws UsersException {
        add("home", Role.READER, Set.of());
        add("hall", Role.BOARD, Set.of(Grant.parse("all")));
        var boards = new RelayBoards(file().path());
        assertThat(boards.board("home", KEY)).isEmpty();
        assertThat(boards.board("attic", KEY)).isEmpty();
        assertThat(boards.board("hall", new Secret("other"))).isEmpty();
        assertThat(boards.board("hall", KEY)).isPresent();
    }

    @Test
    void edition_afterAChange_isAnother() throws Exception {
        var boards = new RelayBoards(file().path());
        var none = boards.edition();
        add("hall", Role.BOARD, Set.of(Grant.parse("all")));
        var one = boards.edition();
        file().change(all -> all.without("hall"));
        assertThat(Set.of(none, one, boards.edition())).hasSize(3);
        assertThat(boards.edition()).isEqualTo(boards.edition());
        Files.delete(file().path());
        assertThat(boards.edition()).isEqualTo(none);
    }
}
