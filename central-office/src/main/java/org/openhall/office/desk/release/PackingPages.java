package org.openhall.office.desk.release;

import java.util.Locale;
import java.util.Optional;
import org.openhall.office.lint.LintReport;
import org.openhall.office.people.Person;
import org.openhall.office.people.Role;
import org.openhall.office.publish.PrepareOutcome;
import org.openhall.office.text.Messages;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Has releases packed, and says how the packing stands. */
@Controller
final class PackingPages {
  private final PackingRoom room;
  private final Preparing preparing;

  PackingPages(PackingRoom room, Preparing preparing) {
    this.room = room;
    this.preparing = preparing;
  }

  @PostMapping("/desk/releases/prepare")
  String prepare(
      Person person, @RequestParam(defaultValue = "") String despite, RedirectAttributes said) {
    boolean may = person.hasAny(Role.EDITOR, Role.PUBLISHER);
    return begun(may && room.prepare(person, Optional.empty(), despite), said);
  }

  @PostMapping("/desk/releases/roll-back")
  String rollBack(
      Person person,
      @RequestParam long release,
      @RequestParam(defaultValue = "") String despite,
      RedirectAttributes said) {
    boolean may = person.hasAny(Role.PUBLISHER);
    return begun(may && room.prepare(person, Optional.of(release), despite), said);
  }

  private static String begun(boolean begun, RedirectAttributes said) {
    return ReleasePages.answer(begun ? "" : "release.not-now", said);
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

  /**
   * The same on the page of releases.
   *
   * @param waiting number of the release that waits for signatures
   */
  void show(Optional<Long> waiting, Model model, Locale locale) {
    progress(model, locale);
    if (preparing.state() instanceof Preparing.Ended(PrepareOutcome.Prepared(long number, _))
        && waiting.filter(now -> now == number).isEmpty()) {
      model.addAttribute("state", "idle"); // it waits no longer: it is signed, out, or was replaced
    }
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
}
