package dev.lamplighter.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.NetworkInterface;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class BoardHostTest {
    private static final List<String> OTHERS = List.of("127.0.0.1", "::1", "10.0.0.7", "fd00::7", "localhost", "pi",
            "pi.local");

    @ParameterizedTest
    @CsvSource({"0.0.0.0,'',10.0.0.9,10.0.0.9", "::,'',10.0.0.9,10.0.0.9",
            "0.0.0.0,lamps.example,10.0.0.9,lamps.example",
            "0.0.0.0,*.example,10.0.0.9,10.0.0.9", "0.0.0.0,'','',10.0.0.7", "0.0.0.0,'',127.0.0.1,10.0.0.7",
            "192.168.1.5,'',10.0.0.9,192.168.1.5", "192.168.1.5,lamps.example,10.0.0.9,192.168.1.5",
            "127.0.0.1,'',10.0.0.9,127.0.0.1"})
    void best_isWhatTheBrokerListensOn_thenWhatIsNamed_thenTheAddressTowardsTheWorld(String bind, String named,
            String outside, String best) {
        assertThat(BoardHost.best(bind, named.isEmpty() ? List.of() : List.of(named),
                Optional.of(outside).filter(it -> !it.isEmpty()), OTHERS, _ -> true)).contains(best);
    }

    @Test
    void best_isAmongThoseThatFit() {
        assertThat(BoardHost.best("0.0.0.0", List.of(), Optional.of("10.0.0.9"), OTHERS, "pi.local"::equals))
                .contains("pi.local");
        assertThat(BoardHost.best("192.168.1.5", List.of(), Optional.of("10.0.0.9"), List.of("lamps.example"),
                "lamps.example"::equals)).contains("lamps.example");
        assertThat(BoardHost.best("0.0.0.0", List.of(), Optional.empty(), OTHERS, "localhost"::equals)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"localhost,false", "127.0.0.1,false", "127.8.8.8,false", "::1,false", "*.example,false", "pi,true",
            "10.0.0.7,true", "fd00::7,true"})
    void host_isReachedFromElsewhere_unlessItIsLoopback(String host, boolean isReached) {
        assertThat(BoardHost.isReached(host)).isEqualTo(isReached);
    }

    @ParameterizedTest
    @CsvSource({"pi,true", "pi-4.local,true", "10.0.0.7,true", "fd00::7,true", "[fd00::7],false", "10.0.0.7:1883,false",
            "a b,false", "'',false", "-pi,false", "pi/x,false", "a@b,false"})
    void host_isANameOrAnAddress(String host, boolean isOne) {
        assertThat(BoardHost.isHost(host)).isEqualTo(isOne);
    }

    @Test
    void outside_isAnAddressOfThisMachine() throws Exception {
        var ours = NetworkInterface.networkInterfaces().flatMap(NetworkInterface::inetAddresses)
                .map(InetAddress::getHostAddress).toList();
        assertThat(ours).containsAll(BoardHost.outside().stream().toList());
    }
}
