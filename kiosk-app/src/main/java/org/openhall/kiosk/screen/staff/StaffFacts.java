package org.openhall.kiosk.screen.staff;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.openhall.content.StaffMember;
import org.openhall.kiosk.shell.Messages;
import org.openhall.kiosk.widget.Fact;

/** What is said of a person beside the name. */
record StaffFacts(StaffMember person) {

  List<Fact> in(Messages words) {
    return List.of(
        new Fact(words.text("staff.post"), person.post()),
        new Fact(words.text("staff.number"), person.number()),
        new Fact(words.text("staff.department"), person.departmentName()),
        new Fact(words.text("staff.services"), services(words)));
  }

  private @Nullable String services(Messages words) {
    return person.services().isEmpty() ? null : String.join(words.text("comma"), person.services());
  }
}
