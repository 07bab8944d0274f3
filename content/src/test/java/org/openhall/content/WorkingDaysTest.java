package org.openhall.content;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.openhall.content.WorkingCalendar.Holiday;
import org.openhall.content.WorkingDays.UncoveredYearException;

class WorkingDaysTest {
  private final WorkingDays days =
      WorkingDays.of(
          List.of(
              calendar(
                  2026,
                  List.of(
                      holiday("元旦", "2026-01-01", "2026-01-03"),
                      holiday("国庆节", "2026-10-01", "2026-10-07")),
                  "2026-01-04",
                  "2026-09-20",
                  "2026-10-10"),
              calendar(2027, List.of(holiday("元旦", "2027-01-01", "2027-01-01")))));

  private static Holiday holiday(String name, String from, String until) {
    return new Holiday(name, LocalDate.parse(from), LocalDate.parse(until));
  }

  private static WorkingCalendar calendar(int year, List<Holiday> holidays, String... workdays) {
    Origin origin = new Origin("示例", null, "00", LocalDate.of(2026, 11, 1), true);
    return new WorkingCalendar(
        new RecordHeader("k-" + year, 1, null, null, null, origin),
        year,
        WorkingCalendar.Status.ANNOUNCED,
        null,
        holidays,
        List.of(workdays).stream().map(LocalDate::parse).toList(),
        UnknownFields.NONE);
  }

  private static LocalDate day(String text) {
    return LocalDate.parse(text);
  }

  @Test
  void holidaysAndWeekendsAreFreeAndExchangedDaysAreWorked() throws UncoveredYearException {
    assertFalse(days.isWorkingDay(day("2026-10-01")), "a Thursday, but a holiday");
    assertFalse(days.isWorkingDay(day("2026-10-07")), "the last day of the holiday");
    assertTrue(days.isWorkingDay(day("2026-10-08")));
    assertTrue(days.isWorkingDay(day("2026-10-10")), "a Saturday, worked in exchange");
    assertFalse(days.isWorkingDay(day("2026-10-11")), "a Sunday");
  }

  @Test
  void workingDaysAreCountedFromTheNextDayOn() throws UncoveredYearException {
    assertEquals(day("2026-09-30"), days.plusWorkingDays(day("2026-09-30"), 0));
    assertEquals(day("2026-10-08"), days.plusWorkingDays(day("2026-09-30"), 1));
    assertEquals(day("2026-10-10"), days.plusWorkingDays(day("2026-09-30"), 3));
    assertEquals(day("2026-10-12"), days.plusWorkingDays(day("2026-09-30"), 4));
  }

  @Test
  void theCountGoesOnIntoTheNextYear() throws UncoveredYearException {
    assertEquals(day("2027-01-04"), days.plusWorkingDays(day("2026-12-31"), 1));
  }

  @Test
  void aYearWithoutACalendarIsSaidAndNotGuessed() {
    assertFalse(days.covers(day("2028-01-03")));
    UncoveredYearException e =
        assertThrows(
            UncoveredYearException.class, () -> days.plusWorkingDays(day("2027-12-30"), 2));
    assertEquals(2028, e.year());
  }

  @Test
  void nobodyCountsBackwards() {
    assertThrows(IllegalArgumentException.class, () -> days.plusWorkingDays(day("2026-10-01"), -1));
  }
}
