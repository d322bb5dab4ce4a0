package dev.lamplighter.cloud;

import java.nio.file.Path;
import java.util.Optional;
import okhttp3.HttpUrl;

/** Where the API is, and whose word is taken that it is. */
record Endpoint(HttpUrl base, Optional<Path> ca) {
    HttpUrl of(CloudRequest request) {
        var url = base.newBuilder().addPathSegment("v1");
        request.path().forEach(url::addPathSegment);
        request.query().ifPresent(value -> url.addQueryParameter("string", value));
        return url.build();
    }

    String host() {
        return base.host();
    }

    /** The host, with its port where that is not the scheme's own. */
    String place() {
        return base.port() == HttpUrl.defaultPort(base.scheme()) ? host() : host() + ":" + base.port();
    }
}
