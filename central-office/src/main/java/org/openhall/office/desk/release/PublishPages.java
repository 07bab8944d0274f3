package org.openhall.office.desk.release;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.openhall.office.people.Person;
import org.openhall.office.people.Role;
import org.openhall.office.publish.PublishOutcome;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.metadata.RepositoryException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lays the release that waits out, now or at a time. */
@Controller
final class PublishPages {
  private final ReleaseRoom room;
  private final PlanRoom plans;

  PublishPages(ReleaseRoom room, PlanRoom plans) {
    this.room = room;
    this.plans = plans;
  }

  @PostMapping("/desk/releases/publish")
  String publish(Person person, @RequestParam long release, RedirectAttributes said)
      throws IOException, SQLException, RepositoryException {
    if (!person.hasAny(Role.PUBLISHER)) {
      return ReleasePages.answer("release.not-now", said);
    }
    String trouble =
        room.publish(person, release).map(PublishPages::trouble).orElse("release.other-waits");
    if (trouble.isEmpty()) {
      said.addFlashAttribute("done", "release.published");
    }
    return ReleasePages.answer(trouble, said);
  }

  private static String trouble(PublishOutcome outcome) {
    return switch (outcome) {
      case PublishOutcome.Published _, PublishOutcome.SignedAgain _ -> "";
      case PublishOutcome.Unsigned _ -> "release.unsigned";
      case PublishOutcome.Disagreed _ -> "release.disagreed";
      case PublishOutcome.SharedKey _ -> "release.shared-key";
      case PublishOutcome.NothingPrepared _ -> "release.nothing-waits";
    };
  }

  /**
   * Plans what waits.
   *
   * @param release number of what the page showed
   * @param at day and minute in the office's zone, as browsers send {@code datetime-local}
   */
  @PostMapping("/desk/releases/plan")
  String plan(
      Person person, @RequestParam long release, @RequestParam String at, RedirectAttributes said)
      throws IOException, SQLException, RepositoryException {
    if (!person.hasAny(Role.PUBLISHER)) {
      return ReleasePages.answer("release.not-now", said);
    }
    try {
      Instant time = LocalDateTime.parse(at).atZone(OfficeTime.ZONE).toInstant();
      return ReleasePages.answer(
          switch (plans.plan(person, release, room.waitingNumber(), time)) {
            case PLANNED -> "";
            case OTHER_RELEASE -> "release.other-waits";
            case TIME_PASSED -> "release.plan-time";
          },
          said);
    } catch (DateTimeParseException e) {
      return ReleasePages.answer("release.plan-time", said);
    }
  }

  @PostMapping("/desk/releases/plan/cancel")
  String cancel(Person person, @RequestParam long release, RedirectAttributes said)
      throws SQLException {
    if (person.hasAny(Role.PUBLISHER)) {
      plans.cancel(person, release);
    }
    return ReleasePages.answer("", said);
  }
}
