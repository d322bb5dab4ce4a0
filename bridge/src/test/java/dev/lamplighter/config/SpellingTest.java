package dev.lamplighter.config;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpellingTest {
    @ParameterizedTest
    @CsvSource({"port,port,0", "prot,port,1", "por,port,1", "ports,port,1", "pork,port,1", "'',port,4", "port,'',4",
            "data,poll,4", "kitten,sitting,3"})
    void distance_ofTwoWords_countsSlips(String from, String to, int expected) {
        assertThat(Spelling.distance(from, to)).isEqualTo(expected);
    }

    @Test
    void nearest_severalClose_isTheClosest() {
        assertThat(Spelling.nearest("pole", List.of("port", "poll", "data"))).contains("poll");
    }

    @Test
    void nearest_noneClose_isNothing() {
        assertThat(Spelling.nearest("x", List.of("ca", "url", "data"))).isEmpty();
    }
}
