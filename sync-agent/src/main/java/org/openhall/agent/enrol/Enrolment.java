package org.openhall.agent.enrol;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.openhall.agent.enrol.EnrolOutcome.AlreadyEnrolled;
import org.openhall.agent.enrol.EnrolOutcome.Enrolled;
import org.openhall.agent.enrol.EnrolOutcome.NoOffice;
import org.openhall.agent.enrol.EnrolOutcome.TokenRefused;
import org.openhall.agent.enrol.EnrolOutcome.WrongRoot;
import org.openhall.agent.sync.Terminal;
import org.openhall.agent.text.Sentence;
import org.openhall.link.EnrolmentReply;
import org.openhall.link.EnrolmentRequest;
import org.openhall.link.EnrolmentToken;
import org.openhall.link.MalformedTokenException;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.UnreadableFileException;
import org.openhall.repository.client.Updater;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.TopRole;

/** Makes a terminal one of an office's: asks, compares the root with the token, writes. */
public final class Enrolment {
  private final Path data;
  private final Clock clock;

  public Enrolment(Path data, Clock clock) {
    this.data = data;
    this.clock = clock;
  }

  /**
   * What the technician gave.
   *
   * @param office base address, {@code http} or {@code https}
   * @param token as typed
   * @param hallName where the terminal stands, or null
   * @param again whether an earlier enrolment may be replaced
   */
  public record Wish(URI office, String token, @Nullable String hallName, boolean again) {}

  /** Enrols the terminal. terminal.json is written last: without it nothing has happened. */
  public EnrolOutcome enrol(Wish wish) throws IOException {
    Optional<TerminalIdentity> present = present();
    if (present.isPresent() && !wish.again()) {
      return new AlreadyEnrolled(present.get());
    }
    EnrolmentToken token;
    try {
      token = EnrolmentToken.parse(wish.token());
    } catch (MalformedTokenException e) {
      return new TokenRefused(Sentence.of("enrol.token-malformed", e.getMessage()));
    }
    EnrolmentRequest request = new EnrolmentRequest(token.text(), wish.hallName());
    return switch (new OfficeDoor(wish.office()).ask(request)) {
      case OfficeDoor.Accepted accepted -> accept(wish.office(), token, accepted.reply());
      case OfficeDoor.Declined declined -> declined.outcome();
    };
  }

  /** A damaged identity does not stand in the way of a new one. */
  private Optional<TerminalIdentity> present() throws IOException {
    try {
      return TerminalIdentity.read(data);
    } catch (UnreadableFileException e) {
      return Optional.empty();
    }
  }

  private EnrolOutcome accept(URI office, EnrolmentToken token, EnrolmentReply reply)
      throws IOException {
    Optional<byte[]> root = reply.rootJson();
    if (root.isEmpty()) {
      return new NoOffice(Sentence.of("enrol.strange", office));
    }
    if (!token.pins(root.get())) {
      return new WrongRoot(Sentence.of("enrol.wrong-root", office));
    }
    if (!isSameOffice(root.get(), reply)) {
      forgetFormerOffice();
    }
    try {
      Updater.trust(Terminal.metadata(data), root.get());
    } catch (RepositoryException e) {
      return new WrongRoot(Sentence.of("enrol.broken-root", e.getMessage()));
    }
    TerminalIdentity identity =
        new TerminalIdentity(reply.terminalId(), office, reply.channels(), clock.instant());
    identity.write(data);
    return new Enrolled(identity, reply.office());
  }

  /** Whether what is on the disk stays valid: the same trust, the same channels. */
  private boolean isSameOffice(byte[] root, EnrolmentReply reply) throws IOException {
    Path trusted = Terminal.metadata(data).resolve(TopRole.ROOT.fileName());
    return Files.exists(trusted)
        && Arrays.equals(Files.readAllBytes(trusted), root)
        && present().filter(p -> p.channels().equals(reply.channels())).isPresent();
  }

  /** What another office, or other channels, brought is not shown any more. */
  private void forgetFormerOffice() throws IOException {
    Files.deleteIfExists(data.resolve("terminal.json"));
    for (String folder : List.of("content", "repository")) {
      deleteTree(data.resolve(folder));
    }
  }

  private static void deleteTree(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        if (!path.equals(folder)) {
          Files.delete(path);
        }
      }
    }
  }
}
