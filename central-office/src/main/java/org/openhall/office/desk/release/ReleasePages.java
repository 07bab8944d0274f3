package org.openhall.office.desk.release;

import java.io.IOException;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.openhall.office.people.Person;
import org.openhall.office.people.Role;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** {@code /desk/releases}: what waits, what is out, and the page on which somebody signs. */
@Controller
final class ReleasePages {
  private static final String OVERVIEW = "redirect:/desk/releases";

  /** Records from which on a browser may need minutes: a tenth of a millisecond and 2 KB each. */
  private static final long LARGE = 500_000;

  private final ReleaseRoom room;
  private final PlanRoom plans;
  private final PackingPages packing;
  private final PublishPages publishing;
  private final RepositoryPublisher repository;

  ReleasePages(
      ReleaseRoom room,
      PlanRoom plans,
      PackingPages packing,
      PublishPages publishing,
      RepositoryPublisher repository) {
    this.room = room;
    this.plans = plans;
    this.packing = packing;
    this.publishing = publishing;
    this.repository = repository;
  }

  @GetMapping("/desk/releases")
  String overview(Person person, Model model, Locale locale)
      throws IOException, SQLException, RepositoryException {
    Optional<WaitingView> waiting = WaitingView.of(room, plans.plans());
    packing.show(waiting.filter(shown -> !shown.isReady()).map(WaitingView::number), model, locale);
    publishing.tell(model, locale);
    model.addAttribute("waiting", waiting.orElse(null));
    model.addAttribute("history", PastView.of(room));
    PlanTime.Look time = plans.time();
    model.addAttribute(
        "clock", time.doubt().map(doubt -> ClockWarning.of(time, doubt)).orElse(null));
    model.addAttribute("late", waiting.filter(shown -> shown.isLate(time.now())).isPresent());
    model.addAttribute("mayPrepare", person.hasAny(Role.EDITOR, Role.PUBLISHER));
    model.addAttribute("mayPublish", person.hasAny(Role.PUBLISHER));
    model.addAttribute("isEditor", person.hasAny(Role.EDITOR));
    model.addAttribute("isReviewer", person.hasAny(Role.REVIEWER));
    return "desk/release/overview";
  }

  /** What waits is shown and signed there, by the browser. */
  @GetMapping("/desk/releases/sign")
  String sign(Person person, @RequestParam String role, Model model, Locale locale)
      throws IOException, RepositoryException {
    boolean isEditors = role.equals(FourEyes.EDITORS);
    boolean may = person.hasAny(isEditors ? Role.EDITOR : Role.REVIEWER);
    Optional<WaitingView> waiting = WaitingView.of(room, plans.plans());
    if (!may || waiting.isEmpty()) {
      return OVERVIEW;
    }
    model.addAttribute("large", waiting.get().records() > LARGE ? waiting.get().records() : null);
    model.addAttribute(
        "expected", waiting.get().changes().added() + waiting.get().changes().changed());
    model.addAttribute("role", isEditors ? FourEyes.EDITORS : FourEyes.REVIEWERS);
    SigningPage.fill(model, locale, repository);
    return "desk/release/sign";
  }

  /**
   * Back to the overview.
   *
   * @param trouble key of what it says there, or empty
   */
  static String answer(String trouble, RedirectAttributes said) {
    if (!trouble.isEmpty()) {
      said.addFlashAttribute("trouble", trouble);
    }
    return OVERVIEW;
  }
}
