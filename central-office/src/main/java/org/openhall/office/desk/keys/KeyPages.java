package org.openhall.office.desk.keys;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.office.desk.release.SigningPage;
import org.openhall.office.keys.KeyRequests;
import org.openhall.office.keys.KeyRole;
import org.openhall.office.people.Person;
import org.openhall.office.text.OfficeTime;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * {@code /desk/keys}: one's own signing keys; {@code /desk/keys/all}: everybody's, also those that
 * counted once.
 */
@Controller
public class KeyPages {
  private final KeyRequests requests;
  private final RepositoryPublisher repository;
  private final HeldKeys held;
  private final Clock clock;

  KeyPages(KeyRequests requests, RepositoryPublisher repository, HeldKeys held, Clock clock) {
    this.requests = requests;
    this.repository = repository;
    this.held = held;
    this.clock = clock;
  }

  @GetMapping("/desk/keys")
  String own(Person person, Model model, Locale locale) throws IOException, RepositoryException {
    List<KeyRequests.Request> all = requests.of(person.id());
    Set<String> ids =
        all.stream().map(request -> request.key().id().hex()).collect(Collectors.toSet());
    model.addAttribute("held", held.rows(row -> ids.contains(row.id())));
    model.addAttribute(
        "waiting", all.stream().filter(one -> one.state() == KeyRequests.State.WAITING).toList());
    model.addAttribute("roles", HeldKeys.roles(person).stream().map(KeyRole::roleName).toList());
    model.addAttribute("person", person);
    model.addAttribute("today", LocalDate.now(clock.withZone(OfficeTime.ZONE)).toString());
    SigningPage.fill(model, locale, repository);
    return "desk/keys/own";
  }

  /** The public half of a key that the person's browser made; it is all that comes here of it. */
  @PostMapping("/desk/keys")
  ResponseEntity<String> ask(
      @RequestParam String role, @RequestParam(name = "public") String half, Person person)
      throws SQLException {
    boolean may = HeldKeys.roles(person).stream().anyMatch(own -> own.roleName().equals(role));
    boolean asked = may && requests.ask(person.id(), KeyRole.named(role).orElseThrow(), half);
    return asked
        ? ResponseEntity.ok("ASKED")
        : ResponseEntity.status(may ? HttpStatus.CONFLICT : HttpStatus.FORBIDDEN).body("REFUSED");
  }

  @PostMapping("/desk/keys/drop")
  String drop(@RequestParam long number, Person person) throws SQLException {
    requests.drop(person.id(), number);
    return "redirect:/desk/keys";
  }

  @GetMapping("/desk/keys/all")
  String all(Model model) throws IOException, RepositoryException {
    model.addAttribute("held", held.rows(_ -> true));
    model.addAttribute("waiting", requests.waiting());
    model.addAttribute("former", held.former());
    return "desk/keys/all";
  }
}
