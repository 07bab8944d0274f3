package org.openhall.agent.enrol;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.openhall.agent.sync.InstanceLock;
import org.openhall.agent.text.Sentence;
import org.openhall.agent.text.Words;
import org.openhall.link.EnrolmentCode;
import org.openhall.link.Fingerprint;
import org.openhall.link.message.AgentMessage;
import org.openhall.link.message.EnrolmentCheck;
import org.openhall.link.message.KioskMessage;
import org.openhall.link.message.TwoTongues;
import org.openhall.link.status.EnrolmentStatus;
import org.openhall.link.status.StatusFile;
import org.openhall.repository.client.HttpRoute;

/**
 * Does what somebody at the screen asks while this terminal is nobody's. Of a terminal that has
 * joined it changes nothing: that is for who may run commands on it.
 */
public final class EnrolmentDesk {
  private static final Words CHINESE = Words.in("zh-CN");
  private static final Words ENGLISH = Words.in("en");

  private final Path data;
  private final Supplier<HttpRoute> route;
  private final Clock clock;

  /**
   * @param route how an office is reached, as it is written at the time
   */
  public EnrolmentDesk(Path data, Supplier<HttpRoute> route, Clock clock) {
    this.data = data;
    this.route = route;
    this.clock = clock;
  }

  /** Does it; one thing after the other, whoever asks. */
  public synchronized AgentMessage answer(KioskMessage.Enrol asked) {
    try {
      if (enrolment().isEnrolled()) {
        return new AgentMessage.EnrolLooked(true, null, List.of());
      }
      return switch (asked.step()) {
        case LOOK -> look(EnrolmentCode.office(asked.office()));
        case MEET -> meet(asked);
        case JOIN -> join(asked);
        case FORGET -> forget();
      };
    } catch (IOException e) {
      return trouble(Sentence.of("failed", data, e), true);
    }
  }

  private Enrolment enrolment() {
    return new Enrolment(data, route.get(), clock);
  }

  private AgentMessage look(Optional<URI> office) throws IOException {
    FirstLook.Report report = new FirstLook(data, route.get(), clock).look(office);
    @Nullable String brokenOff =
        PendingWish.read(data).map(wish -> wish.office().toString()).orElse(null);
    return new AgentMessage.EnrolLooked(
        false,
        brokenOff,
        report.found().stream()
            .map(one -> new EnrolmentCheck(one.item(), one.state(), both(one.words())))
            .toList());
  }

  private AgentMessage meet(KioskMessage.Enrol asked) throws IOException {
    Optional<URI> office = EnrolmentCode.office(asked.office());
    if (office.isEmpty()) {
      return noAddress(asked.office());
    }
    try (InstanceLock _ = lock()) {
      return switch (enrolment().meet(office.get(), asked.token())) {
        case Enrolment.Met met ->
            new AgentMessage.EnrolMet(
                office.get().toString(), met.trust().grouped(), met.key().grouped());
        case Enrolment.NotMet(EnrolOutcome outcome) -> said(outcome);
      };
    }
  }

  private AgentMessage join(KioskMessage.Enrol asked) throws IOException {
    Optional<PendingWish> wish = wish(asked);
    if (wish.isEmpty()) {
      return noAddress(asked.office());
    }
    try (InstanceLock _ = lock()) {
      Enrolment enrolment = enrolment();
      Fingerprint _ = enrolment.key(); // before the token is shown, and with it its folder
      wish.get().keep(data);
      EnrolOutcome outcome =
          enrolment.enrol(new Enrolment.Wish(wish.get().office(), wish.get().token(), null, false));
      if (!mayGoWellLater(outcome)) {
        PendingWish.forget(data);
      }
      return outcome instanceof EnrolOutcome.Enrolled enrolled ? joined(enrolled) : said(outcome);
    }
  }

  private Optional<PendingWish> wish(KioskMessage.Enrol asked) throws IOException {
    return asked.token().isEmpty()
        ? PendingWish.read(data)
        : EnrolmentCode.office(asked.office())
            .map(office -> new PendingWish(office, asked.token()));
  }

  private AgentMessage joined(EnrolOutcome.Enrolled enrolled) throws IOException {
    remember(data, enrolled, CHINESE, clock);
    return new AgentMessage.EnrolJoined(
        enrolled.identity().terminalId(),
        enrolled.officeName(),
        enrolled.trust().grouped(),
        enrolled.key().grouped());
  }

  /** For whoever looks at the terminal later: the fingerprint that the office shows as well. */
  public static void remember(Path data, EnrolOutcome.Enrolled enrolled, Words words, Clock clock)
      throws IOException {
    StatusFile.enrolment(data)
        .write(
            new EnrolmentStatus(
                EnrolmentStatus.State.ENROLLED,
                enrolled.trust().grouped(),
                words.say(enrolled.words()),
                clock.instant()));
  }

  private AgentMessage forget() throws IOException {
    PendingWish.forget(data);
    return look(Optional.empty());
  }

  private InstanceLock lock() throws IOException {
    return InstanceLock.take(data)
        .orElseThrow(() -> new IOException("another program works on " + data));
  }

  private static AgentMessage said(EnrolOutcome outcome) {
    return trouble(outcome.words(), mayGoWellLater(outcome));
  }

  /**
   * Whether the same code may do it later, once something here or on the way has been put right.
   */
  private static boolean mayGoWellLater(EnrolOutcome outcome) {
    return outcome instanceof EnrolOutcome.NoOffice || outcome instanceof EnrolOutcome.WrongClock;
  }

  private static AgentMessage noAddress(String typed) {
    return trouble(Sentence.of("enrol.no-address", typed), false);
  }

  private static AgentMessage trouble(Sentence words, boolean isForAgain) {
    return new AgentMessage.EnrolTrouble(both(words), isForAgain);
  }

  private static TwoTongues both(Sentence words) {
    return new TwoTongues(CHINESE.say(words), ENGLISH.say(words));
  }
}
