package org.openhall.content;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Counts working days (工作日) over the years that there are calendars of. */
public final class WorkingDays {
  private final Map<Integer, Year> years;

  /** Days of one year that are not as the week would have them. */
  private record Year(Set<LocalDate> free, Set<LocalDate> worked) {
    static Year of(WorkingCalendar calendar) {
      Set<LocalDate> free = new HashSet<>();
      for (WorkingCalendar.Holiday holiday : calendar.holidays()) {
        holiday.from().datesUntil(holiday.until().plusDays(1)).forEach(free::add);
      }
      return new Year(free, Set.copyOf(calendar.workdays()));
    }
  }

  private WorkingDays(Map<Integer, Year> years) {
    this.years = years;
  }

  /** Counts with calendars of different years; of two of one year the first is taken. */
  public static WorkingDays of(Collection<WorkingCalendar> calendars) {
    return new WorkingDays(
        calendars.stream()
            .collect(Collectors.toMap(WorkingCalendar::year, Year::of, (first, _) -> first)));
  }

  /** Whether there is a calendar of a day's year, so that the other methods can answer. */
  public boolean covers(LocalDate day) {
    return years.containsKey(day.getYear());
  }

  /**
   * Whether a day is a working day.
   *
   * @throws UncoveredYearException if there is no calendar of its year
   */
  public boolean isWorkingDay(LocalDate day) throws UncoveredYearException {
    Year year = years.get(day.getYear());
    if (year == null) {
      throw new UncoveredYearException(day.getYear());
    }
    boolean weekend =
        day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    return year.worked().contains(day) || (!weekend && !year.free().contains(day));
  }

  /**
   * The day that many working days after a day; the day itself does not count. 0 gives the day.
   *
   * @param days 0 and up
   * @throws UncoveredYearException if the count leaves the years that there are calendars of
   */
  public LocalDate plusWorkingDays(LocalDate day, int days) throws UncoveredYearException {
    if (days < 0) {
      throw new IllegalArgumentException("days must not be negative: " + days);
    }
    LocalDate reached = day;
    for (int left = days; left > 0; ) {
      reached = reached.plusDays(1);
      left -= isWorkingDay(reached) ? 1 : 0;
    }
    return reached;
  }

  /** There is no calendar of a year, and its holidays are not guessed. */
  public static final class UncoveredYearException extends Exception {
    private final int year;

    UncoveredYearException(int year) {
      super("There is no working calendar of " + year + "; import one");
      this.year = year;
    }

    /** The year. */
    public int year() {
      return year;
    }
  }
}
