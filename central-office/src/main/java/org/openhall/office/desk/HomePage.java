package org.openhall.office.desk;

import org.openhall.office.people.Person;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** {@code GET /desk}: what waits for whoever is signed in. */
@Controller
class HomePage {
  @GetMapping("/desk")
  String home(Person person, Model model) {
    model.addAttribute("person", person);
    return "desk/home";
  }
}
