package dev.lamplighter.app;

import dev.lamplighter.web.WebSettings;
import java.io.IOException;
import java.net.ConnectException;
import java.net.HttpURLConnection;
import java.net.URI;

/** Whether the dashboard is where it should be. */
final class WebFindings {
    static final String DASHBOARD = "dashboard";
    private static final int PATIENCE_MS = 5_000;

    private WebFindings() {}

    static Finding of(WebSettings web) {
        var here = web.here();
        try {
            return isOurs(here)
                    ? Finding.ok(DASHBOARD, "answers at " + here)
                    : Finding.failed(DASHBOARD, "another program answers at " + here, "set web.port to a free one");
        } catch (ConnectException _) {
            return Finding.warning(DASHBOARD, "nobody answers at " + here, "start the bridge (./lamplighter run)");
        } catch (IOException broken) {
            return Finding.failed(DASHBOARD, "no answer at " + here + ": " + Words.of(broken),
                    "if another program listens there, set web.port to a free one");
        }
    }

    private static boolean isOurs(URI here) throws IOException {
        var connection = here.resolve("/health/live").toURL().openConnection();
        connection.setConnectTimeout(PATIENCE_MS);
        connection.setReadTimeout(PATIENCE_MS);
        return connection instanceof HttpURLConnection http
                && http.getResponseCode() < HttpURLConnection.HTTP_MULT_CHOICE
                && String.valueOf(http.getContentType()).startsWith("application/json");
    }
}
