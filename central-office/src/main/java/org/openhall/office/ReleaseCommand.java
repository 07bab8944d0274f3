package org.openhall.office;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.openhall.link.envelope.SealKey;
import org.openhall.office.keys.KeyRole;
import org.openhall.office.lint.Despite;
import org.openhall.office.lint.Review;
import org.openhall.office.publish.SignOutcome;
import org.openhall.office.text.TroubleException;
import org.openhall.repository.metadata.RepositoryException;

/**
 * {@code release prepare|roll-back|sign|publish}: a release in three steps, by different people.
 */
final class ReleaseCommand implements Command {
  @Override
  public int run(Arguments arguments, Console console)
      throws IOException, SQLException, RepositoryException, TroubleException {
    Office office = Office.open(arguments, console);
    ReleaseSpeaker speaker = new ReleaseSpeaker(arguments, console);
    List<String> words = arguments.operands();
    if (words.size() == 2 && words.getFirst().equals("roll-back")) {
      return rollBack(office, words.getLast(), arguments, speaker);
    }
    return switch (words.size() == 1 ? words.getFirst() : "") {
      case "prepare" -> {
        Review review = office.review(arguments.option("--despite-findings"));
        LongConsumer progress = speaker.progress(office.catalog().countsByType());
        yield speaker.say(office.publisher().prepare(progress, Optional.of(review)), review);
      }
      case "sign" -> sign(office, new Keys(arguments, console, office), console);
      case "publish" -> {
        Instant start = office.clock().instant();
        yield speaker.say(office.publisher().publish(start));
      }
      default -> throw new TroubleException("trouble.release-usage");
    };
  }

  /** The records of a former release, as the next one, for two signatures of its own. */
  private static int rollBack(
      Office office, String number, Arguments arguments, ReleaseSpeaker speaker)
      throws IOException, SQLException, RepositoryException, TroubleException {
    if (!number.matches("\\d{1,18}")) {
      throw new TroubleException("trouble.release-usage");
    }
    Review review = office.review(arguments.option("--despite-findings"));
    LongConsumer progress = speaker.progress(office.catalog().countsByType());
    return speaker.say(
        office.publisher().rollBack(Long.parseLong(number), progress, Optional.of(review)), review);
  }

  private static int sign(Office office, Keys keys, Console console)
      throws IOException, RepositoryException, TroubleException {
    KeyRole role = Keys.role(keys.required("--role"));
    if (role != KeyRole.EDITORS && role != KeyRole.REVIEWERS) {
      throw new TroubleException("trouble.no-release-role", role.roleName());
    }
    Optional<SealKey> intake = office.publisher().intakeKeyToSign().flatMap(SealKey::parse);
    switch (office.publisher().sign(role.roleName(), keys.signer(role))) {
      case SignOutcome.Signed(long release) -> {
        console.say("release.signed", release, role.roleName());
        intake.ifPresent(key -> console.say("release.intake-key", key.id()));
        Despite despite = new Despite(office.dataDir(), release);
        Optional<String> why = despite.reason();
        why.ifPresent(w -> console.say("release.despite", release, w, despite.file().toString()));
      }
      case SignOutcome.NotOfTheRole() ->
          throw new TroubleException("trouble.not-of-the-role", role.roleName());
      case SignOutcome.NothingToSign() -> throw new TroubleException("trouble.nothing-to-sign");
    }
    return OfficeMain.DONE;
  }
}
