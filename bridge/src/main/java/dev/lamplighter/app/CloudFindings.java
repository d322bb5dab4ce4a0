package dev.lamplighter.app;

import dev.lamplighter.cloud.CloudProbe;
import dev.lamplighter.cloud.CloudProbe.Part;
import dev.lamplighter.cloud.CloudProbe.Step;
import dev.lamplighter.cloud.CloudSettings;
import dev.lamplighter.light.Parsed;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/** What it means for a person how far the way to the LIFX Cloud goes. */
final class CloudFindings {
    static final String CLOUD = "LIFX Cloud";

    private CloudFindings() {}

    static List<Finding> of(CloudSettings cloud) {
        return switch (CloudProbe.look(cloud, Version.text(), InstantSource.system())) {
            case Parsed.Rejected<List<Step>> rejected ->
                List.of(Finding.failed(CLOUD, rejected.line(), "mend the settings"));
            case Parsed.Accepted<List<Step>>(var steps) -> of(steps, cloud);
        };
    }

    /** Each step that was not reached is there, too, as skipped. */
    static List<Finding> of(List<Step> steps, CloudSettings cloud) {
        var taken = steps.stream().map(step -> of(step, cloud));
        var left = Stream.of(Part.values()).skip(steps.size())
                .map(part -> Finding.skipped(name(part), "the way did not go that far"));
        return Stream.concat(taken, left).toList();
    }

    private static Finding of(Step step, CloudSettings cloud) {
        var name = name(step.part());
        return switch (step.verdict()) {
            case WORKS -> Finding.ok(name, step.saw());
            case DOUBTFUL -> Finding.warning(name, step.saw(), remedy(step.part(), cloud));
            case FAILS -> Finding.failed(name, step.saw(), remedy(step.part(), cloud));
        };
    }

    private static String remedy(Part part, CloudSettings cloud) {
        var host = cloud.url().getHost();
        return switch (part) {
            case DNS -> "is the internet there, does this machine have a name server, and is cloud.url right?";
            case TCP -> "is the internet there, and does a firewall let TCP to " + host + " through?";
            case TLS -> "does this machine's clock go right, and does no proxy or virus scanner stand in between with a"
                    + " certificate of its own? Authorities of your own go into cloud.ca; an address of this machine may do"
                    + " without TLS";
            case HTTP -> "wait a little: the LIFX Cloud or something in front of it does not answer as it should";
            case TOKEN -> "make a new token at https://cloud.lifx.com/settings and put it into cloud.token";
            case BUDGET -> "something else spends them with the same token: give it a token of another account, or let"
                    + " it ask less";
        };
    }

    private static String name(Part part) {
        return CLOUD + ", " + switch (part) {
            case DNS, TCP, TLS, HTTP -> part.name();
            case TOKEN, BUDGET -> part.name().toLowerCase(Locale.ROOT);
        };
    }
}
