package org.openhall.office.desk.release;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.office.lint.LintReport;
import org.openhall.office.people.Person;
import org.openhall.office.people.Role;
import org.openhall.office.publish.Changes;
import org.openhall.office.publish.PrepareOutcome;
import org.openhall.office.publish.PublishOutcome;
import org.openhall.office.publish.Release;
import org.openhall.office.publish.ReleasePlans;
import org.openhall.office.publish.ReleaseSigners;
import org.openhall.office.publish.Waiting;
import org.openhall.office.text.Messages;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /desk/releases}: what waits, what is out, and what may be done with it. */
@Controller
final class ReleasePages {
  private static final String OVERVIEW = "redirect:/desk/releases";
  private static final int HISTORY = 50;

  private final ReleaseRoom room;
  private final Preparing preparing;
  private final RepositoryPublisher repository;

  ReleasePages(ReleaseRoom room, Preparing preparing, RepositoryPublisher repository) {
    this.room = room;
    this.repository = repository;
    this.preparing = preparing;
  }

  /** The release that waits, as the page shows it. */
  record Shown(
      long number,
      String preparedAt,
      long records,
      Changes changes,
      List<String> counting,
      List<ReleaseSigners.Signer> signers,
      Optional<ReleasePlans.Plan> plan) {

    /** Who signed in a role, as far as the desk knows. */
    public String signer(String role) {
      return signers.stream()
          .filter(s -> s.role().equals(role))
          .map(ReleaseSigners.Signer::person)
          .findFirst()
          .orElse("");
    }

    public boolean isSigned(String role) {
      return counting.contains(role);
    }

    public boolean isReady() {
      return counting.size() == 2;
    }

    /** The plan's time, for people. */
    public String planned() {
      return plan.map(p -> OfficeTime.minute(p.at())).orElse("");
    }

    /** Who planned it. */
    public String planner() {
      return plan.map(ReleasePlans.Plan::who).orElse("");
    }

    /** How the plan stands, or empty. */
    public String planState() {
      return plan.map(p -> p.state().name()).orElse("");
    }
  }

  /** A release that is out or was, as the page lists it. */
  record Past(long number, String at, long records, String digest, boolean isReachable) {
    private static final int DIGITS = 12;

    static Past of(Release release, boolean isReachable) {
      return new Past(
          release.number(),
          OfficeTime.minute(release.publishedAt()),
          release.records(),
          release.stateDigest().substring(0, DIGITS),
          isReachable);
    }
  }

  private List<Past> history() throws IOException {
    List<Release> all = room.history();
    List<Long> kept = room.desk().former();
    return all.stream()
        .limit(HISTORY)
        .map(r -> Past.of(r, !r.equals(all.getFirst()) && kept.contains(r.number())))
        .toList();
  }

  @GetMapping("/desk/releases")
  String overview(Person person, Model model, Locale locale)
      throws IOException, RepositoryException {
    progress(model, locale);
    Optional<Shown> waiting = waiting();
    model.addAttribute("waiting", waiting.orElse(null));
    if (preparing.state() instanceof Preparing.Ended(PrepareOutcome.Prepared(long number, _))
        && waiting.filter(shown -> shown.number() == number).isEmpty()) {
      model.addAttribute("state", "idle"); // it waits no longer: it is out, or was replaced
    }
    model.addAttribute("history", history());
    model.addAttribute("mayPrepare", person.hasAny(Role.EDITOR, Role.PUBLISHER));
    model.addAttribute("mayPublish", person.hasAny(Role.PUBLISHER));
    model.addAttribute("isEditor", person.hasAny(Role.EDITOR));
    model.addAttribute("isReviewer", person.hasAny(Role.REVIEWER));
    return "desk/release/overview";
  }

  /** How the packing stands; asked again each second while it goes on. */
  @GetMapping("/desk/releases/progress")
  String progress(Model model, Locale locale) {
    Preparing.State state = preparing.state();
    model.addAttribute("state", state.getClass().getSimpleName().toLowerCase(Locale.ROOT));
    switch (state) {
      case Preparing.Idle() -> {}
      case Preparing.Running(long records) -> model.addAttribute("records", records);
      case Preparing.Broken(String why) -> model.addAttribute("why", why);
      case Preparing.Ended(PrepareOutcome outcome) -> say(outcome, model, locale);
    }
    return "desk/release/progress";
  }

  private static void say(PrepareOutcome outcome, Model model, Locale locale) {
    model.addAttribute("outcome", outcome.getClass().getSimpleName());
    switch (outcome) {
      case PrepareOutcome.OpenErrors(LintReport report) ->
          model.addAttribute("errors", ErrorList.of(report, Messages.of(locale.toLanguageTag())));
      case PrepareOutcome.BadAttachments bad -> model.addAttribute("faults", bad.faults());
      case PrepareOutcome.Prepared(long number, _) -> model.addAttribute("number", number);
      case PrepareOutcome.NothingChanged(var last) -> model.addAttribute("number", last.number());
      case PrepareOutcome.ForgottenRelease(long number) -> model.addAttribute("number", number);
      case PrepareOutcome.EmptyCatalogue() -> {}
    }
  }

  private Optional<Shown> waiting() throws IOException, RepositoryException {
    Optional<Waiting> found = room.desk().waiting();
    if (found.isEmpty()) {
      return Optional.empty();
    }
    ReleaseManifest manifest = found.get().release();
    long number = manifest.release();
    return Optional.of(
        new Shown(
            number,
            OfficeTime.minute(manifest.publishedAt()),
            manifest.channels().getFirst().records(),
            found.get().changes(),
            room.desk().signedBy(),
            room.signers().of(number),
            room.plans().of(number)));
  }

  @PostMapping("/desk/releases/prepare")
  String prepare(
      Person person, @RequestParam(defaultValue = "") String despite, RedirectAttributes said) {
    boolean may = person.hasAny(Role.EDITOR, Role.PUBLISHER);
    return answer(
        may && room.prepare(person, Optional.empty(), despite) ? "" : "release.not-now", said);
  }

  @PostMapping("/desk/releases/roll-back")
  String rollBack(
      Person person,
      @RequestParam long release,
      @RequestParam(defaultValue = "") String despite,
      RedirectAttributes said) {
    boolean may = person.hasAny(Role.PUBLISHER);
    return answer(
        may && room.prepare(person, Optional.of(release), despite) ? "" : "release.not-now", said);
  }

  @PostMapping("/desk/releases/publish")
  String publish(Person person, @RequestParam long release, RedirectAttributes said)
      throws IOException, SQLException, RepositoryException {
    if (!person.hasAny(Role.PUBLISHER)) {
      return answer("release.not-now", said);
    }
    Optional<PublishOutcome> outcome = room.publish(person, release);
    if (outcome.isEmpty()) {
      return answer("release.other-waits", said);
    }
    return switch (outcome.get()) {
      case PublishOutcome.Published _, PublishOutcome.SignedAgain _ -> {
        said.addFlashAttribute("done", "release.published");
        yield OVERVIEW;
      }
      case PublishOutcome.Unsigned _ -> answer("release.unsigned", said);
      case PublishOutcome.Disagreed _ -> answer("release.disagreed", said);
      case PublishOutcome.SharedKey _ -> answer("release.shared-key", said);
      case PublishOutcome.NothingPrepared _ -> answer("release.nothing-waits", said);
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
      return answer("release.not-now", said);
    }
    try {
      Instant time = LocalDateTime.parse(at).atZone(OfficeTime.ZONE).toInstant();
      return switch (room.plan(person, release, time)) {
        case PLANNED -> answer("", said);
        case OTHER_RELEASE -> answer("release.other-waits", said);
        case TIME_PASSED -> answer("release.plan-time", said);
      };
    } catch (DateTimeParseException e) {
      return answer("release.plan-time", said);
    }
  }

  @PostMapping("/desk/releases/plan/cancel")
  String cancel(Person person, @RequestParam long release, RedirectAttributes said)
      throws SQLException {
    if (person.hasAny(Role.PUBLISHER)) {
      room.cancelPlan(person, release);
    }
    return answer("", said);
  }

  /** What waits is shown and signed there, by the browser. */
  @GetMapping("/desk/releases/sign")
  String sign(Person person, @RequestParam String role, Model model, Locale locale)
      throws IOException, RepositoryException {
    boolean isEditors = role.equals(FourEyes.EDITORS);
    boolean may = person.hasAny(isEditors ? Role.EDITOR : Role.REVIEWER);
    if (!may || waiting().isEmpty()) {
      return OVERVIEW;
    }
    model.addAttribute("role", isEditors ? FourEyes.EDITORS : FourEyes.REVIEWERS);
    SigningPage.fill(model, locale, repository);
    return "desk/release/sign";
  }

  private static String answer(String trouble, RedirectAttributes said) {
    if (!trouble.isEmpty()) {
      said.addFlashAttribute("trouble", trouble);
    }
    return OVERVIEW;
  }
}
