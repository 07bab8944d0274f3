package org.openhall.office.desk;

import org.openhall.office.people.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code GET /desk}: what waits for whoever is signed in. */
@Controller
class HomePage {
  private final Waiting waiting;

  HomePage(Waiting waiting) {
    this.waiting = waiting;
  }

  @GetMapping("/desk")
  String home(Person person, Model model) {
    model.addAttribute("person", person);
    model.addAttribute("roles", person.roles().stream().sorted().toList());
    model.addAttribute("waiting", waiting.of(person));
    return "desk/home";
  }
}
