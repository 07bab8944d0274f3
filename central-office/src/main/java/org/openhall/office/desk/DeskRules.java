package org.openhall.office.desk;

import static org.openhall.office.people.Role.AUDIT_ADMINISTRATOR;
import static org.openhall.office.people.Role.EDITOR;
import static org.openhall.office.people.Role.EMERGENCY_OFFICER;
import static org.openhall.office.people.Role.PUBLISHER;
import static org.openhall.office.people.Role.REVIEWER;
import static org.openhall.office.people.Role.SECURITY_ADMINISTRATOR;
import static org.openhall.office.people.Role.SYSTEM_ADMINISTRATOR;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.openhall.office.people.Person;
import org.openhall.office.people.Role;

/**
 * Who may open which pages, all of it here. What stands in no line nobody may open; of several
 * lines the longest counts.
 */
public final class DeskRules {
  /**
   * A line: pages and who may open them.
   *
   * @param prefix of the address: itself, and whatever follows after a slash; of the home page
   *     itself alone
   * @param menu key of its word in the menu, or empty where it is not in it
   */
  public record Rule(String prefix, String menu, Access access, Set<Role> roles) {
    private boolean covers(String path) {
      return path.equals(prefix) || (!prefix.equals(HOME) && path.startsWith(prefix + "/"));
    }

    private boolean lets(Person person) {
      return access == Access.SIGNED_IN || person.roles().stream().anyMatch(roles::contains);
    }
  }

  /** Who, before roles are looked at. */
  public enum Access {
    ANYBODY,
    SIGNED_IN,
    BY_ROLE
  }

  private static final String HOME = "/desk";

  private static final List<Rule> RULES =
      List.of(
          new Rule("/desk/files", "", Access.ANYBODY, Set.of()),
          new Rule("/desk/sign-in", "", Access.ANYBODY, Set.of()),
          new Rule(HOME, "", Access.SIGNED_IN, Set.of()),
          new Rule("/desk/sign-out", "", Access.SIGNED_IN, Set.of()),
          new Rule("/desk/account", "", Access.SIGNED_IN, Set.of()),
          page(
              "/desk/records",
              "layout.menu.records",
              EDITOR,
              REVIEWER,
              PUBLISHER,
              EMERGENCY_OFFICER),
          page("/desk/records/edit", "", EDITOR),
          page("/desk/review", "layout.menu.review", EDITOR, REVIEWER, PUBLISHER),
          page("/desk/review/decide", "", REVIEWER),
          page("/desk/upload", "layout.menu.upload", EDITOR),
          page("/desk/preview", "", EDITOR, REVIEWER, PUBLISHER, EMERGENCY_OFFICER),
          page("/desk/preview/waiting", "", EDITOR, REVIEWER, PUBLISHER),
          page("/desk/preview/proposal", "", EDITOR, REVIEWER, PUBLISHER),
          page("/desk/preview/warning", "", EMERGENCY_OFFICER),
          page("/desk/releases", "layout.menu.release", EDITOR, REVIEWER, PUBLISHER),
          page("/desk/keys", "layout.menu.keys", EDITOR, REVIEWER, EMERGENCY_OFFICER),
          page(
              "/desk/keys/all",
              "layout.menu.all-keys",
              SECURITY_ADMINISTRATOR,
              PUBLISHER,
              EDITOR,
              REVIEWER),
          page("/desk/emergency", "layout.menu.emergency", EMERGENCY_OFFICER),
          page(
              "/desk/fleet",
              "layout.menu.fleet",
              SYSTEM_ADMINISTRATOR,
              PUBLISHER,
              EMERGENCY_OFFICER),
          page("/desk/fleet/codes", "", SYSTEM_ADMINISTRATOR),
          page("/desk/people", "layout.menu.people", SYSTEM_ADMINISTRATOR, SECURITY_ADMINISTRATOR),
          page("/desk/tokens", "layout.menu.tokens", SYSTEM_ADMINISTRATOR),
          page("/desk/settings", "layout.menu.settings", SYSTEM_ADMINISTRATOR),
          page("/desk/sources", "layout.menu.sources", EDITOR, REVIEWER, PUBLISHER),
          page("/desk/audit", "layout.menu.audit", AUDIT_ADMINISTRATOR));

  private DeskRules() {}

  /** Pages for who has one of these roles; with a word, they are in the menu. */
  private static Rule page(String prefix, String menu, Role... roles) {
    return new Rule(prefix, menu, Access.BY_ROLE, Set.of(roles));
  }

  /** Whether a page is for everybody, signed in or not. */
  public static boolean isOpen(String path) {
    return rule(path).filter(rule -> rule.access() == Access.ANYBODY).isPresent();
  }

  /** Whether this person may open it. */
  public static boolean lets(Person person, String path) {
    return rule(path)
        .filter(rule -> rule.access() != Access.ANYBODY && rule.lets(person))
        .isPresent();
  }

  /** What the menu shows this person. */
  public static List<Rule> menu(Person person) {
    return RULES.stream().filter(rule -> !rule.menu().isEmpty() && rule.lets(person)).toList();
  }

  private static Optional<Rule> rule(String path) {
    return RULES.stream()
        .filter(rule -> rule.covers(path))
        .max(Comparator.comparingInt(rule -> rule.prefix().length()));
  }
}
