package org.openhall.office;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.openhall.link.Fingerprint;
import org.openhall.office.keys.KeyRequests.Request;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.text.TroubleException;
import org.openhall.repository.metadata.RepositoryException;

/** {@code keys requests}, {@code keys staff add --request N}: keys that browsers made. */
final class KeyIntake {
  private KeyIntake() {}

  /** No fingerprint is shown here: it is the person's browser that says it. */
  static void list(Office office, Console console) {
    List<Request> waiting = office.keyRequests().waiting();
    waiting.forEach(one ->
        console.say(
            "keys.request",
            Long.toString(one.number()),
            one.role().roleName(),
            one.holder(),
            one.person(),
            OfficeTime.minute(one.askedAt())));
    console.say(waiting.isEmpty() ? "keys.no-requests" : "keys.requests-next");
  }

  /** A request counts only with the fingerprint that the person read out. */
  static void take(Keys keys, Console console)
      throws IOException, RepositoryException, TroubleException {
    String number = keys.required("--request");
    Optional<Request> request =
        number.matches("\\d{1,9}")
            ? keys.office().keyRequests().waiting(Long.parseLong(number))
            : Optional.empty();
    if (request.isEmpty()) {
      throw new TroubleException("trouble.no-such-request", number);
    }
    Optional<Fingerprint> shown = Fingerprint.parse(keys.required("--fingerprint"));
    if (!shown.equals(request.map(Request::fingerprint))) {
      throw new TroubleException("trouble.request-fingerprint", number, request.get().holder());
    }
    keys.office().keyDesk().add(request.get(), keys.targets());
    keys.office().keyRequests().noteTaken(request.get().number());
    console.say("keys.added", request.get().holder(), request.get().role().roleName());
  }
}
