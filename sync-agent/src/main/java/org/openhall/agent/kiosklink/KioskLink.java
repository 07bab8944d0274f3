package org.openhall.agent.kiosklink;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.openhall.agent.identity.IdentityFolder;
import org.openhall.agent.identity.OfficeLine;
import org.openhall.agent.text.Sentence;
import org.openhall.agent.text.Words;
import org.openhall.link.acceptance.AcceptanceReport;
import org.openhall.link.event.EventMessage;
import org.openhall.link.message.AgentMessage;
import org.openhall.link.message.AgentMessage.Reason;
import org.openhall.link.message.KioskMessage;
import org.openhall.link.message.MessageLine;
import org.openhall.repository.storage.Storage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The agent's end of the local socket: one message and its answer for each connection, a few at
 * once. A socket that cannot be made is said in the log; everything else goes on without it.
 */
public final class KioskLink implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(KioskLink.class);

  private static final AgentMessage ENROLLED = new AgentMessage.EnrolLooked(true, null, List.of());

  /** A kiosk has one screen; more than this is none. */
  private static final int AT_ONCE = 4;

  /** For a message to come and its answer to be taken, the office's time included. */
  private static final Duration LIMIT = Duration.ofMinutes(1);

  private static final Duration AFTER_TROUBLE = Duration.ofSeconds(1);

  private final Path socket;
  private final OfficeDesk desk;
  private final Signer signer;
  private final Runnable wake;
  private final Words words;
  private final Function<KioskMessage.Enrol, AgentMessage> enrolment;
  private final Semaphore places = new Semaphore(AT_ONCE);
  private @Nullable ServerSocketChannel server;

  /**
   * @param line to the office; empty where it does not know who this terminal is
   * @param signer signs with the terminal's key
   * @param wake has the next look for content start at once
   * @param words the language of the log
   */
  public KioskLink(
      Path dataDir, Optional<OfficeLine> line, Signer signer, Runnable wake, Words words) {
    this(dataDir, line, signer, wake, words, _ -> ENROLLED);
  }

  private KioskLink(
      Path dataDir,
      Optional<OfficeLine> line,
      Signer signer,
      Runnable wake,
      Words words,
      Function<KioskMessage.Enrol, AgentMessage> enrolment) {
    this.enrolment = enrolment;
    this.socket = MessageLine.socket(dataDir);
    this.signer = signer;
    this.desk = new OfficeDesk(line);
    this.wake = wake;
    this.words = words;
  }

  /** The same of a terminal that is nobody's yet: all that can be asked is that it joins. */
  public static KioskLink beforeEnrolment(
      Path dataDir, Function<KioskMessage.Enrol, AgentMessage> enrolment, Words words) {
    Signer nobody =
        new Signer(
            "", Optional::empty, new IdentityFolder(dataDir, Storage.durable()), Clock.systemUTC());
    return new KioskLink(dataDir, Optional.empty(), nobody, () -> {}, words, enrolment);
  }

  /** Begins to listen, and returns. */
  public void start() {
    try {
      ServerSocketChannel listening = listen();
      server = listening;
      Thread.ofPlatform().name("kiosk-link").daemon().start(() -> serve(listening));
    } catch (IOException e) {
      LOG.warn("{}", words.say(Sentence.of("kiosklink.none", socket, e.toString())));
    }
  }

  /**
   * Nobody but this program's user and group reaches the socket: on a terminal the group is the
   * kiosk's, and the folder is made beforehand; elsewhere the folder is this user's alone.
   */
  private ServerSocketChannel listen() throws IOException {
    Path folder = socket.resolveSibling("");
    if (!Files.isDirectory(folder)) {
      Files.createDirectory(
          folder,
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }
    Files.deleteIfExists(socket); // left by an agent that was killed
    ServerSocketChannel listening = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    try {
      listening.bind(UnixDomainSocketAddress.of(socket));
      Files.setPosixFilePermissions(socket, PosixFilePermissions.fromString("rw-rw----"));
      return listening;
    } catch (IOException e) {
      listening.close();
      throw e;
    }
  }

  /** Until it is closed: what fails once, such as for want of open files, may go well later. */
  private void serve(ServerSocketChannel listening) {
    while (listening.isOpen()) {
      try {
        take(listening.accept());
      } catch (ClosedChannelException e) {
        return; // the service ends
      } catch (IOException e) {
        LOG.warn("{}", words.say(Sentence.of("kiosklink.accept", e.toString())));
        LockSupport.parkNanos(AFTER_TROUBLE.toNanos());
      }
    }
  }

  private void take(SocketChannel kiosk) throws IOException {
    if (places.tryAcquire()) {
      Thread.ofPlatform().daemon().start(() -> converse(kiosk));
    } else {
      kiosk.close();
    }
  }

  private void converse(SocketChannel kiosk) {
    try (MessageLine line = new MessageLine(kiosk, LIMIT)) {
      line.send(answer(KioskMessage.read(line.receive())).toJson());
    } catch (IOException e) {
      LOG.debug("The kiosk went away: {}", e.toString());
    } finally {
      places.release();
    }
  }

  private AgentMessage answer(Optional<KioskMessage> asked) {
    return switch (asked.orElse(null)) {
      case KioskMessage.Ask(EventMessage question) -> desk.ask(question);
      case KioskMessage.SyncNow() -> {
        wake.run();
        yield new AgentMessage.Woken();
      }
      case KioskMessage.Sign(AcceptanceReport report) -> sign(report);
      case KioskMessage.Enrol enrol -> enrolment.apply(enrol);
      case null -> new AgentMessage.Refused(Reason.NOT_UNDERSTOOD);
    };
  }

  private AgentMessage sign(AcceptanceReport report) {
    try {
      return signer.sign(report);
    } catch (IOException e) {
      LOG.warn("{}", words.say(Sentence.of("kiosklink.unsigned", e.toString())));
      return new AgentMessage.Refused(Reason.NOT_TAKEN);
    }
  }

  /** Stops listening, and takes the socket away. */
  @Override
  public void close() throws IOException {
    if (server != null) {
      server.close();
      Files.deleteIfExists(socket);
    }
  }
}
