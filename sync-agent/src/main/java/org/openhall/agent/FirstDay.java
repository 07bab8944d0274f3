package org.openhall.agent;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.openhall.agent.enrol.EnrolmentDesk;
import org.openhall.agent.kiosklink.KioskLink;
import org.openhall.agent.settings.AgentSettings;
import org.openhall.agent.sync.InstanceLock;
import org.openhall.agent.text.Sentence;
import org.openhall.link.TerminalIdentity;
import org.openhall.link.UnreadableFileException;

/** The service on a terminal that is nobody's: waits until it has joined an office. */
final class FirstDay {
  private static final Duration PAUSE = Duration.ofMillis(500);

  private FirstDay() {}

  /** Answers the screen meanwhile; returns at once where the terminal has an identity. */
  static void await(Path data, Console console) throws IOException {
    if (hasIdentity(data)) {
      return;
    }
    console.say(Sentence.of("run.waiting", data));
    EnrolmentDesk desk =
        new EnrolmentDesk(data, () -> AgentSettings.read(data).route(), Clock.systemUTC());
    try (KioskLink link = KioskLink.beforeEnrolment(data, desk::answer, console.words())) {
      link.start();
      while (!hasIdentity(data) || isAtWork(data)) {
        LockSupport.parkNanos(PAUSE.toNanos());
      }
    }
  }

  private static boolean hasIdentity(Path data) throws IOException {
    try {
      return TerminalIdentity.read(data).isPresent();
    } catch (UnreadableFileException e) {
      return true; // it was somebody's, and only a command may make it another's
    }
  }

  /** Whoever has it join may not have finished. */
  private static boolean isAtWork(Path data) throws IOException {
    Optional<InstanceLock> lock = InstanceLock.take(data);
    if (lock.isPresent()) {
      lock.get().close();
    }
    return lock.isEmpty();
  }
}
