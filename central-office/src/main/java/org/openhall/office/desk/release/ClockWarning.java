package org.openhall.office.desk.release;

import java.time.Duration;
import java.util.Locale;
import org.openhall.office.text.OfficeTime;

/**
 * Why the clock is doubted, as the page says it.
 *
 * @param words their key
 * @param by hours, minutes and seconds, as in 2:00:05
 * @param now the time that is doubted
 * @param isForPeople whether somebody here may say that it is right
 */
record ClockWarning(String words, String by, String now, boolean isForPeople) {

  static ClockWarning of(PlanTime.Look look, PlanTime.Doubt doubt) {
    boolean isJump = doubt.reason() == PlanTime.Reason.JUMPED;
    String words =
        (isJump ? "release.clock-jumped-" : "release.clock-")
            + (doubt.ahead().isNegative() ? "behind" : "ahead");
    return new ClockWarning(
        words, clock(doubt.ahead().abs()), OfficeTime.minute(look.now()), isJump);
  }

  private static String clock(Duration span) {
    return String.format(
        Locale.ROOT, "%d:%02d:%02d", span.toHours(), span.toMinutesPart(), span.toSecondsPart());
  }
}
