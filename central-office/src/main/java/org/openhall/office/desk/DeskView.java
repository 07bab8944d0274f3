package org.openhall.office.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhall.office.people.Person;
import org.openhall.office.people.Role;

/**
 * What the frame around every page shows.
 *
 * @param office its name
 * @param person who is signed in, or null before
 * @param menu of that person
 * @param path of this page, for the links that change the language
 * @param csrf for what scripts send, or empty
 */
public record DeskView(
    String office, @Nullable Person person, List<DeskRules.Rule> menu, String path, String csrf) {

  /** Whether the button of emergencies stands on every page. */
  public boolean isOnDuty() {
    return person != null && person.hasAny(Role.EMERGENCY_OFFICER);
  }

  /** Whether this line of the menu is the page's own. */
  public boolean isHere(DeskRules.Rule rule) {
    return path.equals(rule.prefix()) || path.startsWith(rule.prefix() + "/");
  }
}
