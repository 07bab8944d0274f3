package org.openhall.office;

import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.openhall.content.codec.ReleaseManifest;
import org.openhall.office.database.DatabasePlace;
import org.openhall.office.database.OfficeName;
import org.openhall.office.database.StaleDays;
import org.openhall.office.enrol.CertificateLife;
import org.openhall.office.intake.EventRetention;
import org.openhall.office.intake.IntakeKeyFile;
import org.openhall.office.keys.KeyDesk.Opened;
import org.openhall.office.keys.KeyRole;
import org.openhall.office.text.Trouble;
import org.openhall.office.text.TroubleException;
import org.openhall.repository.metadata.RepositoryException;

/**
 * {@code init}: makes the data folder, names the office when {@code --name} is given, makes the
 * first root with {@code --root-dir} or {@code --demo-keys}, and then the certificate authority.
 */
final class InitCommand implements Command {
  private static final Days LIFE =
      new Days(
          "--certificate-days",
          "trouble.no-certificate-days",
          CertificateLife.SHORTEST,
          CertificateLife.LONGEST);
  private static final Days STALE =
      new Days(
          "--stale-days",
          "trouble.no-stale-days",
          ReleaseManifest.SHORTEST_STALE,
          ReleaseManifest.LONGEST_STALE);

  private static final Days EVENTS =
      new Days(
          "--event-days", "trouble.no-event-days", EventRetention.SHORTEST, EventRetention.LONGEST);

  @Override
  public int run(Arguments arguments, Console console)
      throws IOException, SQLException, RepositoryException, TroubleException {
    Optional<Trouble> wrong =
        outOfRange(arguments, LIFE)
            .or(() -> outOfRange(arguments, STALE))
            .or(() -> outOfRange(arguments, EVENTS));
    if (wrong.isPresent()) {
      return console.fail(OfficeMain.WRONG_COMMAND_LINE, wrong.get());
    }
    Office office = open(arguments, console);
    OfficeName name = office.name();
    arguments.option("--name").ifPresent(name::set);
    arguments
        .option(LIFE.option())
        .ifPresent(days -> new CertificateLife(office.database()).set(Integer.parseInt(days)));
    arguments
        .option(STALE.option())
        .ifPresent(days -> new StaleDays(office.database()).set(Integer.parseInt(days)));
    arguments
        .option(EVENTS.option())
        .ifPresent(days -> office.eventRetention().set(Integer.parseInt(days)));
    console.say("init.done", name.get(), arguments.data().toString());
    if (!office.hasKeys()) {
      begin(office, arguments, console);
    }
    if (office.hasKeys()) {
      console.say("trust.fingerprint", office.anchors().fingerprint().grouped());
    }
    return OfficeMain.DONE;
  }

  /** Notes another database than the usual once it could be opened. */
  private static Office open(Arguments arguments, Console console) throws IOException {
    Optional<String> url = arguments.option("--database");
    if (url.isEmpty()) {
      return Office.open(arguments, console);
    }
    DatabasePlace.OnServer place =
        DatabasePlace.OnServer.of(url.get(), arguments.databasePasswordFile());
    DatabasePlace.requireFree(arguments.data(), place);
    Office office = Office.open(arguments.data(), place, console);
    DatabasePlace.note(arguments.data(), place);
    return office;
  }

  private static void begin(Office office, Arguments arguments, Console console)
      throws IOException, SQLException, RepositoryException, TroubleException {
    if (arguments.option("--demo-keys").isPresent()) {
      office.keyDesk().beginDemo(office.demoKeys());
      makeDemoIntakeKey(office);
      console.say("init.demo-keys", office.demoKeys().folder());
    } else if (arguments.option("--root-dir").isPresent()) {
      begin(new Keys(arguments, console, office), console);
    } else {
      console.say("trouble.no-keys");
    }
  }

  private static void makeDemoIntakeKey(Office office) throws IOException, SQLException {
    LocalDate today = LocalDate.ofInstant(office.clock().instant(), office.clock().getZone());
    Files.deleteIfExists(office.demoKeys().intake()); // of an init that was interrupted
    IntakeKeyFile made =
        IntakeKeyFile.create(office.demoKeys().intake(), "demo", today, new char[0]);
    office.intakeKeys().use(made, today);
  }

  /** With the keys that lie there, or with new ones. */
  private static void begin(Keys keys, Console console) throws IOException, TroubleException {
    int threshold = threshold(keys.arguments().option("--root-threshold"));
    List<Opened> root = keys.openedRoot();
    if (root.isEmpty()) {
      root = List.of(keys.create(KeyRole.ROOT, keys.rootFolder()));
    }
    List<Opened> targets = keys.openedTargets();
    Opened first =
        targets.isEmpty() ? keys.create(KeyRole.TARGETS, keys.rootFolder()) : targets.getFirst();
    keys.office().keyDesk().begin(root, threshold, first);
    console.say("init.keys", root.size(), threshold, first.file().file());
    if (threshold == 1) {
      console.say("keys.warn-threshold");
    }
  }

  private static int threshold(Optional<String> typed) throws TroubleException {
    String text = typed.orElse("1");
    if (!text.matches("[1-9]\\d?")) {
      throw new TroubleException("trouble.no-threshold", text);
    }
    return Integer.parseInt(text);
  }

  private static Optional<Trouble> outOfRange(Arguments arguments, Days days) {
    return arguments
        .option(days.option())
        .filter(text -> !days.contain(text))
        .map(text -> Trouble.of(days.trouble(), text, days.least(), days.most()));
  }

  /** An option that is a number of days. */
  private record Days(String option, String trouble, int least, int most) {
    boolean contain(String text) {
      return text.matches("\\d{1,4}")
          && Integer.parseInt(text) >= least
          && Integer.parseInt(text) <= most;
    }
  }
}
