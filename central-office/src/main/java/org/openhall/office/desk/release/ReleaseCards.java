package org.openhall.office.desk.release;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.openhall.office.desk.Waits;
import org.openhall.office.people.Person;
import org.openhall.office.people.Role;
import org.openhall.office.publish.ReleasePlans;
import org.openhall.office.publish.SigningDesk;
import org.openhall.repository.client.FourEyes;
import org.openhall.repository.metadata.RepositoryException;
import org.springframework.stereotype.Component;

/** What of the release that waits is whose turn, for the home page. */
@Component
public final class ReleaseCards {
  private static final String LINK = "/desk/releases";

  private final ReleaseRoom room;
  private final PlanRoom planning;

  ReleaseCards(ReleaseRoom room, PlanRoom planning) {
    this.room = room;
    this.planning = planning;
  }

  /** Puts down what waits for this person. */
  public void tell(Person person, Waits waits) throws IOException, RepositoryException {
    if (!person.hasAny(Role.EDITOR, Role.REVIEWER, Role.PUBLISHER)) {
      return;
    }
    SigningDesk desk = room.desk();
    Optional<Long> number = desk.number();
    if (number.isEmpty()) {
      return;
    }
    List<String> signed = desk.signedBy();
    boolean signedAlready =
        room.signers().of(number.get()).stream().anyMatch(s -> s.person().equals(person.id()));
    boolean mine =
        (person.hasAny(Role.EDITOR) && !signed.contains(FourEyes.EDITORS))
            || (person.hasAny(Role.REVIEWER) && !signed.contains(FourEyes.REVIEWERS));
    waits.add("to-sign", mine && !signedAlready ? 1 : 0, LINK);
    if (person.hasAny(Role.PUBLISHER)) {
      boolean planned =
          planning
              .plans()
              .of(number.get())
              .filter(plan -> plan.state() == ReleasePlans.State.WAITING)
              .isPresent();
      boolean ready = signed.contains(FourEyes.EDITORS) && signed.contains(FourEyes.REVIEWERS);
      waits.add("planned", planned ? 1 : 0, LINK);
      waits.add("to-publish", ready && !planned ? 1 : 0, LINK);
    }
  }
}
