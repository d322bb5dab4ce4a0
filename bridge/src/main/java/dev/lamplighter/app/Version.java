package dev.lamplighter.app;

import java.util.Optional;
import picocli.CommandLine.IVersionProvider;

/** Which Lamplighter this is, as the build wrote it into the archive. */
final class Version implements IVersionProvider {
    static String text() {
        return Optional.ofNullable(Version.class.getPackage().getImplementationVersion()).orElse("unreleased");
    }

    @Override
    public String[] getVersion() {
        return new String[]{"lamplighter " + text() + " (Java " + Runtime.version().feature() + ")"};
    }
}
