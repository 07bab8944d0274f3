package org.openhall.office.desk;

import org.openhall.office.people.Confirmation;
import org.openhall.office.people.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code GET /desk}: what waits for whoever is signed in. */
@Controller
class HomePage {
  private final Waiting waiting;

  private final Confirmation confirmation;

  HomePage(Waiting waiting, Confirmation confirmation) {
    this.waiting = waiting;
    this.confirmation = confirmation;
  }

  @GetMapping("/desk")
  String home(Person person, Model model) {
    model.addAttribute("person", person);
    model.addAttribute("word", confirmation.word(person).orElse(null));
    model.addAttribute("roles", person.roles().stream().sorted().toList());
    model.addAttribute("waiting", waiting.of(person));
    return "desk/home";
  }
}
