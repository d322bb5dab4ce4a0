package dev.lamplighter.broker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

class BrokerSettingsTest {
    @Test
    void settings_printed_showNoPassword() {
        assertThat(settings(1883, new Login("hall", "s3cret"))).asString().contains("hall").doesNotContain("s3cret");
    }

    @Test
    void settings_portOutOfRange_areRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> settings(65_536)).withMessageContaining("65536");
        assertThatIllegalArgumentException().isThrownBy(() -> settings(-1)).withMessageContaining("-1");
    }

    @Test
    void settings_twoLoginsOfOneName_areRefusedWithoutShowingThePasswords() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> settings(0, new Login("hall", "s3cret"), new Login("hall", "0ther")))
                .withMessage("two logins have the name hall");
    }

    private static BrokerSettings settings(int port, Login... logins) {
        return new BrokerSettings("127.0.0.1", port, Path.of("unused"), Storage.MEMORY, false, List.of(logins));
    }
}
