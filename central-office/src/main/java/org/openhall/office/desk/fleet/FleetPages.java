package org.openhall.office.desk.fleet;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.TreeSet;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.desk.DeskRules;
import org.openhall.office.fleet.Fleet;
import org.openhall.office.fleet.FleetTerminal;
import org.openhall.office.fleet.RecordVersions;
import org.openhall.office.intake.AcceptanceReports;
import org.openhall.office.people.Person;
import org.openhall.office.publish.Release;
import org.openhall.office.publish.ReleaseTable;
import org.openhall.office.text.OfficeTime;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** All terminals, one of them, and which version of a record is shown where. */
@Controller
class FleetPages {
  private final Fleet fleet;
  private final ReleaseTable releases;
  private final RecordVersions versions;
  private final AcceptanceReports acceptances;
  private final Clock clock;

  FleetPages(
      Fleet fleet,
      ReleaseTable releases,
      OfficeDatabase database,
      AcceptanceReports acceptances,
      Clock clock) {
    this.acceptances = acceptances;
    this.fleet = fleet;
    this.releases = releases;
    this.versions = new RecordVersions(database);
    this.clock = clock;
  }

  /** Points in time in the office's zone, for templates. */
  public static final class Times {
    /** To the minute. */
    public String minute(Instant instant) {
      return OfficeTime.minute(instant);
    }
  }

  @ModelAttribute("times")
  Times times() {
    return new Times();
  }

  @GetMapping("/desk/fleet")
  String all(
      @RequestParam(defaultValue = "") String hall,
      @RequestParam(defaultValue = "ANY") FleetFilter.State state,
      Person person,
      Model model) {
    List<FleetTerminal> all = fleet.all();
    FleetFilter filter = new FleetFilter(hall, state);
    Instant now = clock.instant();
    long newest = newest();
    model.addAttribute("makesCodes", DeskRules.lets(person, "/desk/fleet/codes"));
    model.addAttribute("filter", filter);
    model.addAttribute("states", FleetFilter.State.values());
    model.addAttribute("halls", new TreeSet<>(all.stream().map(FleetTerminal::hall).toList()));
    model.addAttribute("newest", newest);
    model.addAttribute("total", all.size());
    model.addAttribute("alarms", all.stream().filter(FleetTerminal::hasNewAlarm).count());
    model.addAttribute(
        "behind", new FleetFilter("", FleetFilter.State.BEHIND).of(all, newest).size());
    model.addAttribute(
        "lines",
        filter.of(all, newest).stream().map(one -> FleetLine.of(one, newest, now)).toList());
    model.addAttribute("now", OfficeTime.minute(now));
    return "desk/fleet/list";
  }

  private long newest() {
    return releases.last().map(Release::number).orElse(0L);
  }

  @GetMapping("/desk/fleet/terminals/{id}")
  String one(@PathVariable String id, Model model) {
    FleetTerminal terminal =
        fleet.find(id).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    model.addAttribute("line", FleetLine.of(terminal, newest(), clock.instant()));
    model.addAttribute("terminal", terminal);
    model.addAttribute("acceptances", acceptances.from(id));
    return "desk/fleet/terminal";
  }

  @PostMapping("/desk/fleet/terminals/{id}/alarms")
  String acknowledge(
      @PathVariable String id,
      @RequestParam String alarm,
      @RequestParam String note,
      Person person,
      Model model)
      throws SQLException {
    boolean done = fleet.acknowledge(id, alarm, person.id(), note.strip());
    model.addAttribute(done ? "done" : "over", true);
    return one(id, model);
  }

  @GetMapping("/desk/fleet/record")
  String record(@RequestParam(defaultValue = "") String id, Model model) {
    model.addAttribute("id", id);
    model.addAttribute("versions", id.isBlank() ? List.of() : versions.of(id.strip(), fleet.all()));
    return "desk/fleet/record";
  }
}
