package org.openhall.agent.enrol;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.KeyPair;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.agent.enrol.EnrolOutcome.AlreadyEnrolled;
import org.openhall.agent.enrol.EnrolOutcome.RequestWritten;
import org.openhall.agent.enrol.EnrolOutcome.WrongCode;
import org.openhall.agent.identity.IdentityFolder;
import org.openhall.agent.identity.SigningRequests;
import org.openhall.agent.text.Sentence;
import org.openhall.link.EnrolmentReply;
import org.openhall.link.Fingerprint;
import org.openhall.link.StickRequest;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.UnreadableFileException;
import org.openhall.repository.storage.Storage;

/**
 * Makes a terminal a member of an office by a stick that is carried there and back. A stick may be
 * exchanged on the way; so a person carries a code each way: the fingerprint of the terminal's key
 * to the office, and that of the office's trust back.
 */
public final class StickEnrolment {
  private final Joining joining;

  public StickEnrolment(Path data, Clock clock) {
    this.joining = new Joining(data, new IdentityFolder(data, Storage.durable()), clock);
  }

  /**
   * What the technician gave.
   *
   * @param stick its folder
   * @param code that of the office, as typed; null the first time
   * @param office where the office is called once there is a line
   * @param hallName where the terminal stands, or null
   * @param again whether an earlier enrolment may be replaced
   */
  public record Wish(
      Path stick, @Nullable String code, URI office, @Nullable String hallName, boolean again) {}

  /** Writes the request, or takes the answer to it where it is there. */
  public EnrolOutcome enrol(Wish wish) throws IOException {
    Optional<TerminalIdentity> present = joining.present();
    if (present.isPresent() && !wish.again()) {
      return new AlreadyEnrolled(present.get());
    }
    KeyPair pair = joining.key();
    Fingerprint key = Joining.fingerprint(pair);
    Optional<EnrolmentReply> answer = answer(wish.stick(), key);
    if (answer.isEmpty()) {
      StickRequest.requestFile(wish.stick(), key)
          .write(new StickRequest(SigningRequests.of(pair), wish.hallName()));
      return new RequestWritten(key, wish.stick().toString());
    }
    String code = wish.code();
    if (code == null) {
      return new WrongCode(Sentence.of("stick.no-code"));
    }
    Optional<Fingerprint> typed = Fingerprint.parse(code);
    return typed.equals(Optional.of(answer.get().anchors().fingerprint()))
        ? joining.accept(wish.office(), typed.get(), pair, answer.get())
        : new WrongCode(Sentence.of("stick.wrong-code"));
  }

  /** A damaged answer is none: the office can write it again. */
  private static Optional<EnrolmentReply> answer(Path stick, Fingerprint key) throws IOException {
    try {
      return StickRequest.answerFile(stick, key).read();
    } catch (UnreadableFileException e) {
      return Optional.empty();
    }
  }
}
