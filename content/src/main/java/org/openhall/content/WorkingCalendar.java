package org.openhall.content;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The working days of one year: Monday to Friday but for holidays, and the days worked in exchange
 * (调休). {@link WorkingDays} counts with it.
 *
 * @param header identity and origin
 * @param year the year
 * @param status whether the year's arrangement has been announced
 * @param basis the announcement, e.g. 国办发明电〔2025〕7号
 * @param holidays 放假
 * @param workdays 调休上班日
 * @param unknown fields of later versions
 */
public record WorkingCalendar(
    RecordHeader header,
    int year,
    Status status,
    @Nullable String basis,
    List<Holiday> holidays,
    List<LocalDate> workdays,
    UnknownFields unknown)
    implements ContentRecord {

  /** Whether it may still change. */
  public enum Status {
    /** As announced. */
    ANNOUNCED,
    /** Statutory days only, until the arrangement is announced. */
    PROVISIONAL
  }

  /** A holiday, from its first to its last day. */
  public record Holiday(String name, LocalDate from, LocalDate until) {}

  public WorkingCalendar {
    holidays = List.copyOf(holidays);
    workdays = List.copyOf(workdays);
  }
}
