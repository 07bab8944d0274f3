package org.openhall.office.desk;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.openhall.office.desk.keys.HeldKeys;
import org.openhall.office.desk.release.ReleaseCards;
import org.openhall.office.people.Confirmation;
import org.openhall.office.people.Person;
import org.openhall.repository.metadata.RepositoryException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code GET /desk}: what waits for whoever is signed in. */
@Controller
class HomePage {
  private static final Logger LOG = LoggerFactory.getLogger(HomePage.class);

  private final Waiting waiting;
  private final ReleaseCards releases;
  private final HeldKeys keys;
  private final Confirmation confirmation;

  HomePage(Waiting waiting, ReleaseCards releases, HeldKeys keys, Confirmation confirmation) {
    this.waiting = waiting;
    this.releases = releases;
    this.keys = keys;
    this.confirmation = confirmation;
  }

  private List<Waiting.Line> lines(Person person) {
    List<Waiting.Line> lines = new ArrayList<>();
    Waits waits = (key, count, link) -> Waiting.add(lines, key, count, link);
    try {
      releases.tell(person, waits);
      String link = DeskRules.lets(person, "/desk/keys") ? "/desk/keys" : "/desk/keys/all";
      waits.add("keys", DeskRules.lets(person, link) ? keys.runningOut(person) : 0, link);
    } catch (IOException | RepositoryException e) {
      LOG.error("Signatures cannot be looked at", e);
      waits.add("unreadable", 1, "/");
    }
    lines.addAll(waiting.of(person));
    return lines;
  }

  @GetMapping("/desk")
  String home(Person person, Model model) {
    model.addAttribute("person", person);
    model.addAttribute("word", confirmation.word(person).orElse(null));
    model.addAttribute("roles", person.roles().stream().sorted().toList());
    model.addAttribute("waiting", lines(person));
    return "desk/home";
  }
}
