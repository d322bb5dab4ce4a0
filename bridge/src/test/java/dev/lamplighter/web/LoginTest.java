package dev.lamplighter.web;

import static dev.lamplighter.web.Site.status;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A page with a password. */
@Timeout(120)
class LoginTest {
    private Site site;

    @BeforeEach
    void open() throws IOException {
        site = Site.locked();
    }

    @AfterEach
    void close() {
        site.close();
    }

    @Test
    void stranger_seesNothingButThatHeHasToLogIn() throws IOException {
        assertThat(site.get("/api/session")).contains("\"authenticated\":false", "\"password\":true")
                .doesNotContain("\"token\"");
        for (var path : new String[]{"/api/lights", "/api/bridge", "/api/events", "/api/commands", "/api/doctor",
                "/metrics"}) {
            assertThat(status(site.get(path))).as(path).isEqualTo(401);
        }
        assertThat(status(site.post("/api/all/set", "\"ON\""))).isEqualTo(401);
        assertThat(status(site.get("/health/ready"))).isEqualTo(200);
    }

    @Test
    void login_withTheRightPassword_opensUntilLogout() throws IOException {
        var cookie = site.login();
        assertThat(status(site.get("/api/lights", cookie))).isEqualTo(200);
        var token = Guard.TOKEN + ": " + site.token(cookie);
        assertThat(status(site.post("/api/all/set", "\"ON\"", cookie))).isEqualTo(403);
        assertThat(status(site.post("/api/all/set", "\"ON\"", cookie, token))).isEqualTo(200);
        assertThat(status(site.post("/api/logout", "{}", cookie, token))).isEqualTo(204);
        assertThat(status(site.get("/api/lights", cookie))).isEqualTo(401);
    }

    @Test
    void cookie_isOutOfReachOfScriptsAndOtherSites() throws IOException {
        assertThat(site.post("/api/login", "{\"password\":\"" + Site.PASSWORD + "\"}"))
                .containsPattern(
                        "(?i)set-cookie: lamplighter=[\\w-]{43}; Path=/; Max-Age=\\d+; HttpOnly; SameSite=Strict");
    }

    @Test
    void login_withWrongPasswords_isSlowedDownForTheRightOneToo() throws IOException {
        for (var i = 0; i < Tries.AT_ONCE; i++) {
            assertThat(status(site.post("/api/login", "{\"password\":\"no\"}"))).isEqualTo(401);
        }
        var answer = site.post("/api/login", "{\"password\":\"" + Site.PASSWORD + "\"}");
        assertThat(status(answer)).isEqualTo(429);
        assertThat(answer).containsPattern("(?i)retry-after: \\d+");
    }

    @Test
    void login_fromAnotherSitesPage_isForbidden() throws IOException {
        var answer = site.post("/api/login", "{\"password\":\"" + Site.PASSWORD + "\"}", "Origin: http://evil.example");
        assertThat(status(answer)).isEqualTo(403);
    }

    @Test
    void metrics_withThePasswordAsBearerOrBasic_areShown() throws IOException {
        var basic = Base64.getEncoder()
                .encodeToString(("any:" + Site.PASSWORD).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(site.get("/metrics", "Authorization: Bearer " + Site.PASSWORD)).contains("lamps 1");
        assertThat(site.get("/metrics", "Authorization: Basic " + basic)).contains("lamps 1");
        assertThat(status(site.get("/metrics", "Authorization: Bearer no"))).isEqualTo(401);
        assertThat(status(site.get("/metrics", "Authorization: Basic !"))).isEqualTo(401);
    }
}
