package org.openhall.office;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.openhall.office.keys.DemoKeys;
import org.openhall.office.keys.KeyRole;
import org.openhall.office.lint.Review;
import org.openhall.office.publish.Publisher;
import org.openhall.office.text.TroubleException;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.SigningKey;

/** {@code publish}: all steps of a release at once, with the demo keys. */
final class PublishCommand implements Command {

  @Override
  public int run(Arguments arguments, Console console)
      throws IOException, SQLException, RepositoryException, TroubleException {
    Office office = Office.open(arguments, console);
    Instant start = office.clock().instant();
    ReleaseSpeaker speaker = new ReleaseSpeaker(arguments, console);
    Publisher publisher = office.publisher();
    DemoKeys demo = office.demoKeys();
    if (!demo.isThere()) {
      throw new TroubleException("trouble.no-demo-keys");
    }
    Review review = office.review(arguments.option("--despite-findings"));
    LongConsumer progress = speaker.progress(office.catalog().countsByType());
    Map<String, SigningKey> keys = new HashMap<>();
    for (KeyRole role : new KeyRole[] {KeyRole.EDITORS, KeyRole.REVIEWERS}) {
      keys.put(role.roleName(), demo.key(role));
    }
    Publisher.Whole whole = publisher.whole(keys, progress, Optional.of(review), start);
    int status = speaker.say(whole.prepared(), review);
    return whole.published().isPresent() ? speaker.say(whole.published().get()) : status;
  }
}
