package org.openhall.kiosk.enrol;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.openhall.kiosk.enrol.EnrolState.Checks;
import org.openhall.link.message.AgentMessage;
import org.openhall.link.message.AgentMessage.EnrolLooked;
import org.openhall.link.message.KioskMessage.Enrol;
import org.openhall.link.message.KioskMessage.Step;

/**
 * What is looked at before a terminal joins: again and again while it is on the screen, until all
 * is well.
 */
final class EnrolChecks {
  private static final long LOOK_SECONDS = 2;

  private final EnrolCourse course;
  private final LongSupplier nanoTime;
  private final Runnable meet;
  private long lookedAt;

  /**
   * @param nanoTime nanoseconds that only grow
   * @param meet what follows when all is well with the office of a code
   */
  EnrolChecks(EnrolCourse course, LongSupplier nanoTime, Runnable meet) {
    this.course = course;
    this.nanoTime = nanoTime;
    this.meet = meet;
  }

  /**
   * Begins to look.
   *
   * @param office address of the office that a code is there of, or empty
   */
  void begin(String office) {
    course.turnTo(Checks.begun(office));
    look(office);
  }

  /** The same, after the agent has forgotten what was broken off. */
  void beginAnew() {
    course.turnTo(Checks.begun(""));
    course.ask(new Enrol(Step.FORGET, "", ""), this::looked);
  }

  /** Looks again when it is time. */
  void tick() {
    long since = TimeUnit.NANOSECONDS.toSeconds(nanoTime.getAsLong() - lookedAt);
    if (course.now() instanceof Checks checks && !course.isAsking() && since >= LOOK_SECONDS) {
      look(checks.office());
    }
  }

  private void look(String office) {
    lookedAt = nanoTime.getAsLong();
    course.ask(new Enrol(Step.LOOK, office, ""), this::looked);
  }

  private void looked(Optional<AgentMessage> said) {
    lookedAt = nanoTime.getAsLong();
    if (course.now() instanceof Checks before) {
      if (said.orElse(null) instanceof EnrolLooked looked) {
        looked(before, looked);
      } else {
        course.show(new Checks(List.of(), true, before.office()));
      }
    }
  }

  private void looked(Checks before, EnrolLooked looked) {
    String brokenOff = looked.brokenOff();
    Checks checks = new Checks(looked.checks(), false, before.office());
    if (brokenOff != null && !checks.isOfOffice()) {
      course.turnTo(new EnrolState.BrokenOff(brokenOff));
    } else {
      course.show(checks);
      if (checks.isOfOffice() && checks.isWell()) {
        meet.run();
      }
    }
  }
}
