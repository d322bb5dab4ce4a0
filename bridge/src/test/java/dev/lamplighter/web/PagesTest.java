package dev.lamplighter.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

final class PagesTest {
    private static final String BEGINS = "<!doctype html>";

    private Site site;

    @BeforeEach
    void open() throws IOException {
        site = Site.open();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void page_forABrowser_isPacked() throws IOException {
        assertThat(site.get("/", "Accept-Encoding: deflate, gzip, br")).containsIgnoringCase("content-encoding: gzip")
                .containsIgnoringCase("vary: accept-encoding").doesNotContain(BEGINS);
    }

    @Test
    void page_forWhoDoesNotTakeGzip_isPlain() throws IOException {
        assertThat(site.get("/", "Accept-Encoding: gzip;q=0, br")).contains(BEGINS)
                .doesNotContainIgnoringCase("content-encoding");
        assertThat(site.get("/")).contains(BEGINS).doesNotContainIgnoringCase("content-encoding");
    }
}
