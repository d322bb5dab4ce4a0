package dev.lamplighter.lan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.lamplighter.lan.LanSettings.Place;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import org.junit.jupiter.api.Test;

final class SearchTest {
    private final List<InetSocketAddress> called = new ArrayList<>();
    private final Queue<Runnable> calls = new ArrayDeque<>();

    private void search(Place... places) {
        var scout = new Scout(new LanSettings(56_700, List.of(), List.of(places)), List::of,
                place -> place.host().equals("nowhere.home")
                        ? InetSocketAddress.createUnresolved(place.host(), place.port())
                        : new InetSocketAddress(InetAddress.getLoopbackAddress(), place.port()));
        new Search(scout, (_, to) -> called.add(to), 4711, new Search.Surroundings((_, _) -> {}, calls::add,
                InstantSource.system())).start();
    }

    @Test
    void names_areLookedUpApart_andHoldUpNoBroadcast() {
        search(new Place("slow.home", 1), new Place("nowhere.home", 2), new Place("desk.home", 3));
        calls.remove().run();
        assertThat(called).extracting(InetSocketAddress::getHostString).containsExactly("255.255.255.255");
        assertThat(calls).hasSize(3);
        calls.remove();
        calls.forEach(Runnable::run);
        assertThat(called).extracting(InetSocketAddress::getPort).containsExactly(56_700, 3);
    }
}
