package org.openhall.kiosk.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.openhall.content.store.ReleaseInfo;
import org.openhall.link.status.AgentStatus;
import org.openhall.link.status.AgentStatus.Outcome;

class FreshnessTest {
  private static final Instant PUBLISHED = ReleaseFolder.PUBLISHED;
  private static final ReleaseInfo RELEASE =
      new ReleaseInfo(3, PUBLISHED, ReleaseFolder.OFFICE, false);

  @Test
  void sevenDaysAreFreshAndEightAreOld() {
    assertEquals(new Freshness.Fresh(), after(Duration.ofDays(7)));
    assertEquals(new Freshness.Old(8), after(Duration.ofDays(8)));
  }

  @Test
  void theOfficeSaysHowOldIsOld() {
    ReleaseInfo patient =
        new ReleaseInfo(3, PUBLISHED, ReleaseFolder.OFFICE, false, Duration.ofDays(30));
    Instant thirty = PUBLISHED.plus(Duration.ofDays(30));
    assertEquals(new Freshness.Fresh(), Freshness.of(patient, Optional.empty(), thirty));
    assertEquals(
        new Freshness.Old(31),
        Freshness.of(patient, Optional.empty(), thirty.plus(Duration.ofDays(1))));
  }

  @Test
  void aClockThatIsWrongByYearsGivesNoAge() {
    assertEquals(new Freshness.Unverified(), after(Duration.ofDays(-9_000)));
    assertEquals(new Freshness.Unverified(), after(Duration.ofDays(9_000)));
  }

  @Test
  void aClockThatTheOfficeContradictsGivesNoAgeEither() {
    AgentStatus.Stale wrong = new AgentStatus.Stale(AgentStatus.Stale.Reason.CLOCK, PUBLISHED);
    AgentStatus status =
        new AgentStatus(3, null, null, Outcome.UP_TO_DATE, null, null, null, null, null, wrong);
    assertEquals(new Freshness.ClockWrong(), Freshness.of(RELEASE, Optional.of(status), PUBLISHED));
  }

  @Test
  void aRefusedSignatureIsSaidAtOnce() {
    assertEquals(new Freshness.Unverified(), after(Duration.ZERO, Outcome.REFUSED));
    assertEquals(new Freshness.Unverified(), after(Duration.ZERO, Outcome.EXPIRED));
    assertEquals(new Freshness.Unverified(), after(Duration.ZERO, Outcome.LOCKED_OUT));
  }

  @Test
  void aLineThatIsDownIsNotSaidWhileTheReleaseIsYoung() {
    assertEquals(new Freshness.Fresh(), after(Duration.ofDays(1), Outcome.OFFLINE));
    assertEquals(new Freshness.Old(10), after(Duration.ofDays(10), Outcome.OFFLINE));
  }

  private static Freshness after(Duration age) {
    return Freshness.of(RELEASE, Optional.empty(), PUBLISHED.plus(age));
  }

  private static Freshness after(Duration age, Outcome outcome) {
    AgentStatus status =
        new AgentStatus(3, null, null, outcome, null, null, null, null, null, null);
    return Freshness.of(RELEASE, Optional.of(status), PUBLISHED.plus(age));
  }
}
