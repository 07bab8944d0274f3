package org.openhall.kiosk.devices;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.StandardProtocolFamily;
import java.nio.channels.Channels;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.Semaphore;
import java.util.function.BooleanSupplier;
import org.openhall.device.Devices;
import org.openhall.kiosk.devices.DeviceReply.Reason;

/**
 * The running kiosk's side of the command {@code device}: a socket in {@code status/} that only the
 * kiosk's own user and root may use. Each call has a thread of its own, and never the screen's.
 */
public final class DeviceDoor implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(DeviceDoor.class.getName());
  private static final int MOST_CALLS = 8;

  private final ServerSocketChannel server;
  private final Path socket;
  private final Devices devices;
  private final BooleanSupplier visit;
  private final Semaphore calls = new Semaphore(MOST_CALLS);

  private DeviceDoor(
      ServerSocketChannel server, Path socket, Devices devices, BooleanSupplier visit) {
    this.server = server;
    this.socket = socket;
    this.devices = devices;
    this.visit = visit;
  }

  /**
   * Opens it; a socket that a former program left behind is replaced.
   *
   * @param data the terminal's data folder
   * @param visit whether a citizen is at the terminal now; asked on any thread
   * @throws IOException also where another kiosk runs with this folder, or its path is too long for
   *     a socket (107 bytes)
   */
  public static DeviceDoor open(Path data, Devices devices, BooleanSupplier visit)
      throws IOException {
    Path socket = DoorSocket.path(data);
    Files.createDirectories(socket.getParent());
    if (DoorCall.connect(data).isPresent()) {
      throw new IOException("another kiosk runs with " + data);
    }
    Files.deleteIfExists(socket);
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      server.bind(DoorSocket.address(data));
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-------"));
    } catch (IOException | IllegalArgumentException e) {
      server.close();
      throw new IOException("no socket at " + socket + ": " + e.getMessage(), e);
    }
    DeviceDoor door = new DeviceDoor(server, socket, devices, visit);
    Thread.ofPlatform().name("device-door").daemon().start(door::serve);
    return door;
  }

  private void serve() {
    while (server.isOpen()) {
      try {
        SocketChannel call = server.accept();
        calls.acquireUninterruptibly();
        Thread.ofVirtual().start(() -> answer(call));
      } catch (ClosedChannelException e) {
        LOG.log(System.Logger.Level.DEBUG, "the door is closed");
      } catch (IOException e) {
        LOG.log(System.Logger.Level.WARNING, "a call for the devices failed", e);
      }
    }
  }

  private void answer(SocketChannel call) {
    try (call) {
      InputStream in = new BufferedInputStream(Channels.newInputStream(call));
      try (ReplyQueue replies = new ReplyQueue(Channels.newOutputStream(call))) {
        Errand errand = new Errand(devices, visit, replies);
        replies.onLost(errand::end);
        DoorSocket.line(in)
            .flatMap(DeviceRequest::read)
            .ifPresentOrElse(
                request -> {
                  Thread.ofVirtual().start(() -> endWithCaller(in, errand));
                  errand.run(request);
                },
                () -> replies.accept(new DeviceReply.Refused(Reason.NOT_UNDERSTOOD, "")));
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a caller of the devices went away", e);
    } finally {
      calls.release();
    }
  }

  /** A caller says nothing more; when he goes away, what he asked for ends. */
  private static void endWithCaller(InputStream in, Errand errand) {
    try {
      while (DoorSocket.line(in).isPresent()) {
        LOG.log(System.Logger.Level.DEBUG, "a caller says more than he may");
      }
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "a caller was lost", e);
    }
    errand.end();
  }

  @Override
  public void close() {
    try {
      server.close();
      Files.deleteIfExists(socket);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "at closing", e);
    }
  }
}
