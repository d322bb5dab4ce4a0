package dev.lamplighter.broker;

import com.hivemq.embedded.EmbeddedHiveMQ;
import com.hivemq.extension.sdk.api.ExtensionMain;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStartOutput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopInput;
import com.hivemq.extension.sdk.api.parameter.ExtensionStopOutput;
import java.util.concurrent.CompletableFuture;

/** The moment between HiveMQ's making and its first client: what has to be changed in it is changed then, and the door is put in. */
final class Opening implements ExtensionMain {
    private final ExtensionMain door;
    private final CompletableFuture<EmbeddedHiveMQ> hiveMq = new CompletableFuture<>();
    private final CompletableFuture<Void> done = new CompletableFuture<>();

    Opening(ExtensionMain door) {
        this.door = door;
    }

    /** HiveMQ is given us before it is built, and so do we get to know it later. */
    void of(EmbeddedHiveMQ embedded) {
        hiveMq.complete(embedded);
    }

    /** Fails where something could not be changed; HiveMQ itself would start all the same. */
    CompletableFuture<Void> done() {
        return done;
    }

    @Override
    public void extensionStart(ExtensionStartInput input, ExtensionStartOutput output) {
        door.extensionStart(input, output);
        try {
            Inside.writePayloadsFirst(hiveMq.join());
            done.complete(null);
        } catch (IllegalStateException unknown) {
            done.completeExceptionally(unknown);
        }
    }

    @Override
    public void extensionStop(ExtensionStopInput input, ExtensionStopOutput output) {
        door.extensionStop(input, output);
    }
}
