package org.openhall.demo.chaos;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.NewContent;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.keys.DemoKeys;
import org.openhall.office.keys.KeyDesk;
import org.openhall.office.keys.KeyRegister;
import org.openhall.office.keys.KeyRole;
import org.openhall.office.publish.EmergencyDesk;
import org.openhall.office.publish.PrepareOutcome;
import org.openhall.office.publish.PublishOutcome;
import org.openhall.office.publish.Publisher;
import org.openhall.office.publish.ReleaseTable;
import org.openhall.office.text.OfficeTime;
import org.openhall.office.text.TroubleException;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.publisher.RepositoryPublisher;

/** A real office with the authored sample, run within this program. */
final class SmallOffice {
  private static final String NAME = "示例市";
  private static final int STALE_AFTER_DAYS = 7;

  private final Path folder;
  private final Clock clock = OfficeTime.clock();
  private final OfficeDatabase database;
  private final Catalog catalog;
  private final DemoKeys keys;
  private final RepositoryPublisher repository;
  private final Publisher publisher;

  private SmallOffice(Path folder)
      throws IOException, RepositoryException, TroubleException, SQLException {
    this.folder = Files.createDirectories(folder);
    this.database = OfficeDatabase.open(folder);
    this.catalog = new Catalog(database, clock);
    this.keys = new DemoKeys(folder.resolve("demo-keys"));
    this.repository = new RepositoryPublisher(repository(), folder.resolve("keys"), clock);
    new KeyDesk(repository, new KeyRegister(database), clock).beginDemo(keys);
    Publisher.Press press =
        new Publisher.Press(
            work(),
            folder.resolve("release"),
            folder.resolve("files"),
            NAME,
            STALE_AFTER_DAYS,
            clock);
    this.publisher = new Publisher(catalog, new ReleaseTable(database), repository, press);
    catalog.importSample((_, _) -> {});
  }

  /** Founds an office with the sample as its content. */
  static SmallOffice found(Path folder) throws HallException {
    try {
      return new SmallOffice(folder);
    } catch (IOException | SQLException | RepositoryException | TroubleException e) {
      throw new HallException("the office could not be founded: " + e);
    }
  }

  Path repository() {
    return folder.resolve("repository");
  }

  private Path work() {
    return folder.resolve("tmp");
  }

  /** Adds an entry of this number to the directory. */
  void add(int number) throws HallException {
    try {
      catalog.importFile(NewContent.write(folder, number), (_, _) -> {});
    } catch (IOException | SQLException e) {
      throw new HallException("the office imported nothing: " + e);
    }
  }

  /** Publishes what it has. */
  void publish() throws HallException {
    try {
      PrepareOutcome prepared = publisher.prepare(_ -> {});
      publisher.sign(KeyRole.EDITORS.roleName(), keys.key(KeyRole.EDITORS));
      publisher.sign(KeyRole.REVIEWERS.roleName(), keys.key(KeyRole.REVIEWERS));
      PublishOutcome published = publisher.publish(clock.instant());
      if (!(published instanceof PublishOutcome.Published)) {
        throw new HallException("the office published nothing: " + prepared + ", " + published);
      }
    } catch (IOException | SQLException | RepositoryException | TroubleException e) {
      throw new HallException("the office published nothing: " + e);
    }
  }

  /** Withdraws a record, and announces it. */
  void withdraw(String id) throws HallException {
    EmergencyDesk desk = new EmergencyDesk(database, repository, work(), clock);
    try {
      desk.withdraw(id, 1, "内容有误", keys.key(KeyRole.EMERGENCY));
      desk.announce(
          "紧急通知：" + id,
          List.of("请以窗口告知为准。"),
          clock.instant().plus(Duration.ofDays(30)),
          keys.key(KeyRole.EMERGENCY));
    } catch (IOException | RepositoryException | TroubleException e) {
      throw new HallException("the office withdrew nothing: " + e);
    }
  }
}
