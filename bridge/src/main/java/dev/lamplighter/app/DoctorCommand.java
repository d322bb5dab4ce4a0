package dev.lamplighter.app;

import java.util.ArrayList;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Says what works between here and the lights, and what to do where something does not. Changes nothing. */
@Command(name = "doctor", mixinStandardHelpOptions = true, versionProvider = Version.class, description = "Checks what can go wrong between here and a light, and says what to do. Status 1 if something does.")
final class DoctorCommand implements Callable<Integer> {
    @Mixin
    private Common common = new Common();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() throws CannotStart, InterruptedException {
        var settings = common.settings();
        var findings = new ArrayList<Finding>();
        // What a bridge in one process with its broker logs in with, nobody else knows.
        new Doctor(BridgeCommand.ways(settings), Logins.visitor(settings), settings.web()).examine(finding -> {
            findings.add(finding);
            tell(finding);
        });
        return findings.stream().anyMatch(finding -> finding.status() == Finding.Status.FAILED) ? 1 : 0;
    }

    private void tell(Finding finding) {
        var out = spec.commandLine().getOut();
        out.printf("%-8s %s: %s%n", finding.status().word(), finding.check(), finding.saw());
        if (!finding.remedy().isEmpty()) {
            out.println("         do: " + finding.remedy());
        }
        out.flush();
    }
}
