package dev.lamplighter.web;

import dev.lamplighter.web.Route.Handler;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

/** The files of the dashboard, from the class path. */
final class Pages implements Handler {
    /** No name begins with a dot, so nothing leads upwards. */
    private static final Pattern FILE = Pattern
            .compile("/([A-Za-z0-9_-][A-Za-z0-9._-]*/){0,4}[A-Za-z0-9_-][A-Za-z0-9._-]*");
    private static final Pattern TAKES_GZIP = Pattern.compile("(^|,)\\s*gzip\\s*(,|$)", Pattern.CASE_INSENSITIVE);
    private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"), Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("svg", "image/svg+xml"), Map.entry("png", "image/png"), Map.entry("ico", "image/x-icon"),
            Map.entry("json", Content.JSON), Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("woff2", "font/woff2"), Map.entry("txt", "text/plain; charset=utf-8"));

    @Override
    public Answer answer(Call call) {
        var path = call.path().equals("/") ? "/index.html" : call.path();
        return file("page" + path).<Answer>map(content -> packed(call, content).with("Cache-Control", "no-cache"))
                .orElseGet(() -> Problem.of(404, "there is nothing at this address"));
    }

    /** Less than half of it, for a phone; nothing in these files is secret, so their length may be told. */
    private static Answer.Whole packed(Call call, Content content) {
        var takes = call.header("accept-encoding").orElse("");
        return TAKES_GZIP.matcher(takes).find()
                ? Answer.of(200, Content.of(content.type(), gzip(content))).with("Content-Encoding", "gzip")
                        .with("Vary", "Accept-Encoding")
                : Answer.of(200, content).with("Vary", "Accept-Encoding");
    }

    private static byte[] gzip(Content plain) {
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            plain.writeTo(out);
        } catch (IOException impossible) {
            throw new UncheckedIOException("into memory", impossible);
        }
        return packed.toByteArray();
    }

    private static Optional<Content> file(String name) {
        var type = Optional.ofNullable(TYPES.get(name.substring(name.lastIndexOf('.') + 1)));
        return FILE.matcher("/" + name).matches() ? type.flatMap(it -> read(name, it)) : Optional.empty();
    }

    /** @param name within this room */
    static Optional<Content> read(String name, String type) {
        try (var in = Pages.class.getResourceAsStream(name)) {
            return in == null ? Optional.empty() : Optional.of(Content.of(type, in.readAllBytes()));
        } catch (IOException broken) {
            throw new UncheckedIOException("the program's own " + name + " cannot be read", broken);
        }
    }
}
