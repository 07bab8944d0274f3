package org.openhall.office.desk.release;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.openhall.office.people.Person;
import org.openhall.office.people.Role;
import org.openhall.office.publish.PublishOutcome;
import org.openhall.office.text.Figures;
import org.openhall.office.text.Messages;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.text.Trouble;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.openhall.repository.storage.Transfer;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Lays the release that waits out, now or at a time. */
@Controller
final class PublishPages {
  private final ReleaseRoom room;
  private final PlanRoom plans;
  private final Publishing publishing;
  private final RepositoryPublisher repository;

  PublishPages(
      ReleaseRoom room, PlanRoom plans, Publishing publishing, RepositoryPublisher repository) {
    this.room = room;
    this.plans = plans;
    this.publishing = publishing;
    this.repository = repository;
  }

  @PostMapping("/desk/releases/publish")
  String publish(Person person, @RequestParam long release, RedirectAttributes said) {
    boolean isBegun =
        person.hasAny(Role.PUBLISHER)
            && publishing.begin(() ->
                room.publish(person, release)
                    .map(PublishPages::trouble)
                    .orElse("release.other-waits"));
    if (!isBegun) {
      return ReleasePages.answer("release.not-now", said);
    }
    publishing.soon(); // where that is not the end, the overview says the rest
    publishing.news().ifPresent(ended -> told(ended).forEach(said::addFlashAttribute));
    return ReleasePages.answer("", said);
  }

  /** How far it is; asked again each second, and at the end for the whole page. */
  @GetMapping("/desk/releases/publishing")
  String progress(Model model, Locale locale, HttpServletResponse answer) {
    show(model, locale);
    if (!(publishing.state() instanceof Publishing.Running) && repository.transfer().isEmpty()) {
      answer.setHeader("HX-Refresh", "true");
    }
    return "desk/release/publishing";
  }

  /** On the page of releases: how far it is, also of one that was planned, or what came of it. */
  void tell(Model model, Locale locale) {
    show(model, locale);
    publishing.news().ifPresent(ended -> model.addAllAttributes(told(ended)));
  }

  private static Map<String, String> told(Publishing.Ended ended) {
    return ended.trouble().isEmpty()
        ? Map.of("done", "release.published")
        : Map.of("trouble", ended.trouble());
  }

  private void show(Model model, Locale locale) {
    Publishing.State state = publishing.state();
    Optional<Transfer> sent = repository.transfer();
    model.addAttribute("sends", state instanceof Publishing.Running || sent.isPresent());
    model.addAttribute("sent", sent.map(Sent::of).orElse(null));
    model.addAttribute(
        "brokenBy",
        state instanceof Publishing.Broken(Trouble why)
            ? Messages.of(locale.toLanguageTag()).text(why)
            : null);
  }

  /** How far an upload is, as the page says it. */
  record Sent(int percent, int files, int ofFiles, String size, String ofSize) {

    static Sent of(Transfer transfer) {
      return new Sent(
          (int) (transfer.fraction() * 100),
          transfer.files(),
          transfer.ofFiles(),
          Figures.size(transfer.bytes()),
          Figures.size(Math.max(transfer.bytes(), transfer.ofBytes())));
    }
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

  /** Somebody has looked at another clock. */
  @PostMapping("/desk/releases/plan/clock")
  String clock(Person person, RedirectAttributes said) throws SQLException {
    if (!person.hasAny(Role.PUBLISHER)) {
      return ReleasePages.answer("release.not-now", said);
    }
    plans.confirmTime(person);
    return ReleasePages.answer("", said);
  }
}
