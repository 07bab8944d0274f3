package org.openhall.office.authored;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.content.AnnualReport;
import org.openhall.content.AnnualReportBalance;
import org.openhall.content.ContentRecord;
import org.openhall.content.HallMap;
import org.openhall.content.ServiceGuide;
import org.openhall.content.Situation;
import org.openhall.content.When;
import org.openhall.content.WorkingCalendar;
import org.openhall.office.authored.HallCheck.Complaints;

/** What a record of one type must keep to, whatever else the hall says. */
final class TypeRules {
  private TypeRules() {}

  static void check(ContentRecord record, Complaints complaints) {
    switch (record) {
      case ServiceGuide guide -> guide(guide, complaints);
      case HallMap map -> map(map, complaints);
      case AnnualReport report ->
          AnnualReportBalance.check(report)
              .forEach(
                  w -> complaints.add("balance", w.row(), w.column(), w.found(), w.expected()));
      case WorkingCalendar calendar -> calendar(calendar, complaints);
      default -> {}
    }
  }

  /** Clauses name questions that were asked before, and their choices. */
  private static void guide(ServiceGuide guide, Complaints complaints) {
    Map<String, Set<String>> asked = new HashMap<>();
    for (Situation situation : guide.situations()) {
      clauses("situations." + situation.id(), situation.when(), asked, complaints);
      Set<String> choices =
          situation.choices().stream().map(Situation.Choice::id).collect(Collectors.toSet());
      if (choices.size() < 2 || choices.size() != situation.choices().size()) {
        complaints.add("choices", situation.id());
      }
      if (asked.put(situation.id(), choices) != null) {
        complaints.add("question-twice", situation.id());
      }
    }
    References.orNone(guide.materials())
        .forEach(m -> clauses("materials." + m.name(), m.when(), asked, complaints));
    References.orNone(guide.steps())
        .forEach(s -> clauses("steps." + s.name(), s.when(), asked, complaints));
    References.orNone(guide.fees())
        .forEach(f -> clauses("fees." + f.name(), f.when(), asked, complaints));
  }

  private static void clauses(
      String field, List<When> clauses, Map<String, Set<String>> asked, Complaints complaints) {
    for (When clause : clauses) {
      Set<String> choices = asked.get(clause.question());
      if (choices == null) {
        complaints.add("no-question", field, clause.question());
      } else if (clause.choices().isEmpty() || !choices.containsAll(clause.choices())) {
        complaints.add("no-choice", field, clause.question(), String.join(", ", clause.choices()));
      }
    }
  }

  private static void map(HallMap map, Complaints complaints) {
    Set<String> points = new HashSet<>();
    Set<String> windows = new HashSet<>();
    for (HallMap.Floor floor : map.floors()) {
      floor.points().stream()
          .filter(p -> !points.add(p.id()))
          .forEach(p -> complaints.add("map-twice", p.id()));
      floor.windows().stream()
          .filter(w -> !windows.add(w.id()))
          .forEach(w -> complaints.add("map-twice", w.id()));
    }
    for (HallMap.Floor floor : map.floors()) {
      floor.paths().forEach(p -> points("paths", points, List.of(p.from(), p.to()), complaints));
      for (HallMap.Window window : floor.windows()) {
        List<String> point = window.point() == null ? List.of() : List.of(window.point());
        points("windows." + window.id(), points, point, complaints);
      }
    }
    map.connections()
        .forEach(c -> points("connections", points, List.of(c.from(), c.to()), complaints));
    map.terminals()
        .forEach(t -> points("terminals." + t.name(), points, List.of(t.point()), complaints));
  }

  private static void points(
      String field, Set<String> known, List<String> named, Complaints complaints) {
    named.stream()
        .filter(point -> !known.contains(point))
        .forEach(point -> complaints.add("no-such", field, point));
  }

  /** Holidays lie in the year and run forwards; what is worked in exchange is a weekend. */
  private static void calendar(WorkingCalendar calendar, Complaints complaints) {
    for (WorkingCalendar.Holiday holiday : calendar.holidays()) {
      boolean inYear = holiday.from().getYear() == calendar.year();
      if (!inYear || holiday.until().isBefore(holiday.from())) {
        complaints.add("calendar", "holidays." + holiday.name(), holiday.from());
      }
    }
    calendar.workdays().stream()
        .filter(day ->
            day.getYear() != calendar.year()
                || day.getDayOfWeek().getValue() < DayOfWeek.SATURDAY.getValue())
        .forEach(day -> complaints.add("calendar", "workdays", day));
  }
}
