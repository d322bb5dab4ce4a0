package dev.lamplighter.broker.users;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.lamplighter.broker.users.Grant.Kind;
import dev.lamplighter.broker.users.PasswordHash.Cost;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UsersFileTest {
    private static final PasswordHash HASH = PasswordHash.of("secret".getBytes(UTF_8), Cost.RANDOM, new SecureRandom());

    @TempDir
    private Path folder = Path.of("");

    private UsersFile file = new UsersFile(Path.of(""));

    @BeforeEach
    void inFolder() {
        file = new UsersFile(folder.resolve("data").resolve("users"));
    }

    private static User board(String name, Grant... grants) {
        return new User(name, Role.BOARD, HASH, Set.of(grants));
    }

    @Test
    void users_withoutAFile_areNobody() throws UsersException {
        assertThat(file.read().all()).isEmpty();
    }

    @Test
    void users_thatWereWritten_areReadAgain() throws UsersException {
        var hall = board("hall", new Grant.All(), new Grant.Named(Kind.GROUP, "Wohnk\u00fcche: 1+1 #2/3 %"),
                new Grant.Named(Kind.LIGHT, "d073d5001337"));
        var reader = new User("wall-panel", Role.READER, HASH, Set.of());
        file.change(users -> users.with(hall));
        file.change(users -> users.with(reader));
        assertThat(file.read().all()).containsExactly(hall, reader);
        file.change(users -> users.without("hall"));
        assertThat(file.read().all()).containsExactly(reader);
    }

    @Test
    void file_isReadableByItsOwnerAlone() throws Exception {
        file.change(users -> users.with(board("hall")));
        assertThat(Files.getPosixFilePermissions(file.path())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        assertThat(Files.readString(file.path())).doesNotContain("secret");
    }

    @Test
    void change_thatFails_changesNothing() throws Exception {
        file.change(users -> users.with(board("hall")));
        var before = Files.readString(file.path());
        assertThatExceptionOfType(UsersException.class).isThrownBy(() -> file.change(_ -> {
            throw new UsersException("no");
        })).withMessage("no");
        assertThat(file.path()).hasContent(before);
    }

    @Test
    void changes_atTheSameTime_areAllKept() throws Exception {
        try (var threads = Executors.newFixedThreadPool(4)) {
            var changes = new ArrayList<Future<Users>>();
            for (var number = 0; number < 40; number++) {
                var name = "board" + number;
                changes.add(threads.submit(() -> file.change(users -> users.with(board(name)))));
            }
            for (var change : changes) {
                change.get();
            }
        }
        assertThat(file.read().all()).hasSize(40);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            hall;                            line 2: is not name:role:hash
            ha ll:board:HASH;                line 2: a name is 1 to 32 letters, digits, - and _
            hall:king:HASH;                  line 2: there is no role 'king'
            hall:board:secret;               line 2: the password is not an Argon2id hash
            hall:board:HASH:lamp;            line 2: 'lamp' is neither all nor one of light:…, label:…, group:…, location:…, scene:…
            hall:board:HASH:light:desk;      line 2: light:desk needs 12 hex digits, such as d073d5001337
            hall:board:HASH:label:;          line 2: label: needs a label
            hall:board:HASH:label:100%;      line 2: '100%' has a % that begins no percent-encoding
            eve:reader:HASH:all;             line 2: only a board has grants: a reader has what its role gives
            """)
    void line_thatIsWrong_isToldByItsNumberAndWithoutTheHash(String line, String problem) throws IOException {
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), "# users\n" + line.replace("HASH", HASH.toString()) + "\n");
        assertThatExceptionOfType(UsersException.class).isThrownBy(file::read)
                .withMessage(file.path() + ", " + problem);
    }

    @Test
    void user_thatStandsThereTwice_isRefused() throws IOException {
        Files.createDirectories(file.path().getParent());
        Files.writeString(file.path(), ("hall:board:" + HASH + "\n").repeat(2));
        assertThatExceptionOfType(UsersException.class).isThrownBy(file::read)
                .withMessageEndingWith("line 2: 'hall' stands there twice");
    }
}
