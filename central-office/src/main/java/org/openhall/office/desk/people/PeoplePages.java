package org.openhall.office.desk.people;

import java.sql.SQLException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhall.office.people.Confirmation;
import org.openhall.office.people.People;
import org.openhall.office.people.PeopleOutcome;
import org.openhall.office.people.Person;
import org.openhall.office.people.Role;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/**
 * The people of the desk. The system administrator makes them and shuts them out, the security
 * administrator grants their roles; neither can do the other's.
 */
@Controller
public class PeoplePages {
  private static final String PAGE = "desk/people/list";

  private final People people;
  private final Confirmation confirmation;

  PeoplePages(People people, Confirmation confirmation) {
    this.people = people;
    this.confirmation = confirmation;
  }

  @GetMapping("/desk/people")
  String page(Person person, Model model) {
    model.addAttribute("people", people.all());
    model.addAttribute("makes", person.hasAny(Role.SYSTEM_ADMINISTRATOR));
    model.addAttribute("grants", person.hasAny(Role.SECURITY_ADMINISTRATOR));
    return PAGE;
  }

  @PostMapping("/desk/people")
  String add(@RequestParam String id, @RequestParam String name, Person person, Model model)
      throws SQLException {
    must(person, Role.SYSTEM_ADMINISTRATOR);
    return said(people.add(id.strip(), name, person.id()), id.strip(), person, model);
  }

  @PostMapping("/desk/people/{id}/code")
  String code(@PathVariable String id, Person person, Model model) throws SQLException {
    must(person, Role.SYSTEM_ADMINISTRATOR);
    return said(people.giveCode(id, person.id()), id, person, model);
  }

  @PostMapping("/desk/people/{id}/disable")
  String disable(@PathVariable String id, Person person, Model model) throws SQLException {
    must(person, Role.SYSTEM_ADMINISTRATOR);
    return said(people.disable(id, person.id()), id, person, model);
  }

  @PostMapping("/desk/people/{id}/enable")
  String enable(@PathVariable String id, Person person, Model model) throws SQLException {
    must(person, Role.SYSTEM_ADMINISTRATOR);
    return said(people.enable(id, person.id()), id, person, model);
  }

  @GetMapping("/desk/people/{id}")
  String roles(@PathVariable String id, Person person, Model model) {
    must(person, Role.SECURITY_ADMINISTRATOR);
    model.addAttribute(
        "listed",
        people.all().stream()
            .filter(one -> one.person().id().equals(id))
            .findFirst()
            .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND)));
    model.addAttribute("roles", Role.values());
    return "desk/people/roles";
  }

  /** Only then come the roles: who made the account could be in it. */
  @PostMapping("/desk/people/{id}/confirm")
  String confirm(@PathVariable String id, @RequestParam String word, Person person, Model model)
      throws SQLException {
    must(person, Role.SECURITY_ADMINISTRATOR);
    switch (confirmation.confirm(id, word, person.id())) {
      case PeopleOutcome.Refused(PeopleOutcome.Why why) -> model.addAttribute("refused", why);
      case PeopleOutcome.Done(), PeopleOutcome.Code(String _) -> model.addAttribute("done", true);
    }
    return roles(id, person, model);
  }

  @PostMapping("/desk/people/{id}/roles")
  String grant(
      @PathVariable String id,
      @RequestParam(name = "role", required = false) @Nullable List<Role> roles,
      Person person,
      Model model)
      throws SQLException {
    must(person, Role.SECURITY_ADMINISTRATOR);
    Set<Role> granted = EnumSet.noneOf(Role.class);
    granted.addAll(roles == null ? List.of() : roles);
    return said(people.grant(id, granted, person.id()), id, person, model);
  }

  private String said(PeopleOutcome outcome, String id, Person person, Model model) {
    model.addAttribute("about", id);
    switch (outcome) {
      case PeopleOutcome.Done() -> model.addAttribute("done", true);
      case PeopleOutcome.Code(String code) -> {
        model.addAttribute("code", code);
        model.addAttribute("hours", People.FIRST.toHours());
      }
      case PeopleOutcome.Refused(PeopleOutcome.Why why) -> model.addAttribute("refused", why);
    }
    return page(person, model);
  }

  private static void must(Person person, Role role) {
    if (!person.hasAny(role)) {
      throw new ResponseStatusException(HttpStatus.FORBIDDEN);
    }
  }
}
