package dev.lamplighter.lan;

import dev.lamplighter.lan.wire.Packet;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The one socket for all devices: sends at once on whatever thread, and hands on what it receives on its own. */
final class LanSocket implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LanSocket.class);
    /** As many answers to a broadcast come at once as there are lights, and more than one from each. */
    private static final int BUFFER = 1 << 20;

    private final DatagramChannel channel;
    private final AtomicBoolean complained = new AtomicBoolean();

    /** Called for each packet, one after the other. */
    interface Receiver {
        void received(Packet packet, InetSocketAddress from);
    }

    private LanSocket(DatagramChannel channel) {
        this.channel = channel;
    }

    static LanSocket open() throws IOException {
        var channel = DatagramChannel.open(StandardProtocolFamily.INET);
        try {
            channel.setOption(StandardSocketOptions.SO_BROADCAST, true);
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
            channel.bind(new InetSocketAddress("0.0.0.0", 0));
            return new LanSocket(channel);
        } catch (IOException failed) {
            channel.close();
            throw failed;
        }
    }

    void start(Receiver receiver) {
        Thread.ofPlatform().daemon().name("lan").start(() -> receive(receiver));
    }

    /** A datagram that cannot leave is one more that was lost; says whether it left. */
    boolean send(Packet packet, InetSocketAddress to) {
        try {
            channel.send(ByteBuffer.wrap(packet.encode()), to);
            return true;
        } catch (ClosedChannelException _) {
            return false;
        } catch (IOException | RuntimeException failed) {
            if (!complained.getAndSet(true)) {
                LOG.warn("Nothing can be sent to {}: {} (further such complaints are kept back)", to.getHostString(),
                        failed.getMessage());
            }
            return false;
        }
    }

    private void receive(Receiver receiver) {
        var bytes = new byte[Packet.LONGEST];
        var buffer = ByteBuffer.wrap(bytes);
        while (channel.isOpen()) {
            try {
                var from = channel.receive(buffer.clear());
                Packet.decode(bytes, buffer.position())
                        .ifPresent(packet -> receiver.received(packet, (InetSocketAddress) from));
            } catch (ClosedChannelException _) {
                return;
            } catch (IOException failed) {
                LOG.debug("a datagram could not be received", failed);
            } catch (RuntimeException bug) {
                LOG.error("A fault in Lamplighter, at an answer from the LAN; it goes on, but please report this", bug);
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException failed) {
            LOG.debug("the LAN's socket did not close well", failed);
        }
    }
}
