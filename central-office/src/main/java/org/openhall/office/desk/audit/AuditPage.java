package org.openhall.office.desk.audit;

import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.openhall.office.audit.AuditRow;
import org.openhall.office.audit.AuditTrail;
import org.openhall.office.audit.AuditTrail.Filter;
import org.openhall.office.audit.Deed;
import org.openhall.office.audit.VerifyOutcome;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.text.OfficeTime;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** {@code /desk/audit}: who did what, by whom, deed and day; and whether all of it is whole. */
@Controller
public class AuditPage {
  private static final int ROWS = 100;
  private static final List<String> DEEDS = Arrays.stream(Deed.values()).map(Deed::name).toList();

  private final AuditTrail trail;

  AuditPage(OfficeDatabase database) {
    this.trail = new AuditTrail(database);
  }

  /** A row as it is shown. */
  public record Shown(AuditRow row, String at) {
    static Shown of(AuditRow row) {
      return new Shown(row, OfficeTime.minute(Instant.parse(row.at())));
    }
  }

  @GetMapping("/desk/audit")
  String page(
      @RequestParam(defaultValue = "") String who,
      @RequestParam(defaultValue = "") String deed,
      @RequestParam(defaultValue = "") String subject,
      @RequestParam(defaultValue = "") String from,
      @RequestParam(defaultValue = "0") long before,
      Model model) {
    Filter filter = new Filter(who.strip(), deed, subject.strip(), instant(from), before);
    List<AuditRow> rows = trail.list(filter, ROWS + 1);
    model.addAttribute("rows", rows.stream().limit(ROWS).map(Shown::of).toList());
    model.addAttribute("next", rows.size() > ROWS ? rows.get(ROWS - 1).number() : 0L);
    model.addAttribute("filter", filter);
    model.addAttribute("from", from);
    model.addAttribute("deeds", DEEDS);
    return "desk/audit/list";
  }

  @PostMapping("/desk/audit")
  String verify(Model model) throws SQLException {
    switch (trail.verify()) {
      case VerifyOutcome.Whole whole -> model.addAttribute("whole", whole);
      case VerifyOutcome.Broken broken -> model.addAttribute("broken", broken);
    }
    return page("", "", "", "", 0, model);
  }

  /** The beginning of a day in the office's zone; whatever is no day asks for all. */
  private static String instant(String day) {
    try {
      return day.isEmpty()
          ? ""
          : LocalDate.parse(day).atStartOfDay(OfficeTime.ZONE).toInstant().toString();
    } catch (DateTimeException e) {
      return "";
    }
  }
}
