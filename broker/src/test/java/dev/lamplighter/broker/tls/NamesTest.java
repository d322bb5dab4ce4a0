package dev.lamplighter.broker.tls;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NamesTest {
    @Test
    void names_mixed_areToldApart() {
        var names = Names.of(List.of("Pi.Local", "192.168.1.5", "fd00::5", "*.home.arpa"));
        assertThat(names.hosts()).containsExactly("pi.local", "*.home.arpa");
        assertThat(names.texts()).containsExactly("pi.local", "*.home.arpa", "192.168.1.5", "fd00:0:0:0:0:0:0:5");
    }

    @Test
    void names_thatNoCertificateCanHold_areLeftOut() {
        assertThat(Names.of(List.of("my pi", "", "pi..lan", "-pi", "größe", "a,b")).texts()).isEmpty();
    }

    @Test
    void names_twice_countOnce() {
        var names = Names.of(List.of("pi")).and(Names.of(List.of("PI", "127.0.0.1", "127.0.0.1")));
        assertThat(names).hasToString("pi, 127.0.0.1");
    }

    @Test
    void hostName_withDomain_isFoundUnderItsLabelToo() {
        assertThat(HostNames.forms("pi.home.arpa")).containsExactly("pi.home.arpa", "pi", "pi.local");
        assertThat(HostNames.forms("pi")).containsExactly("pi", "pi.local");
        assertThat(HostNames.forms("pi.local")).containsExactly("pi.local", "pi");
    }

    @Test
    void hostNames_ofThisMachine_holdLoopbackAndNothingThatNeedsAScope() {
        assertThat(new HostNames().get()).contains("localhost", "127.0.0.1", "::1")
                .noneMatch(name -> name.startsWith("fe80") || name.contains("%"));
    }
}
