package org.openhall.office.desk.preview;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.publish.Publisher;
import org.openhall.office.publish.ReleaseTable;
import org.openhall.office.publish.SigningDesk;
import org.openhall.office.publish.Waiting;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.springframework.stereotype.Component;

/** Draws records of the release that waits, or of the catalogue; one at a time. */
@Component
final class PreviewRoom {
  /** What pages of other records refer to. */
  private static final Set<String> SURROUNDINGS =
      Set.of("department", "catalog-node", "hall-map", "form", "working-calendar");

  private static final int KEPT = 20;

  private final OfficeDatabase database;
  private final Catalog catalog;
  private final SigningDesk desk;
  private final RenderChild child = new RenderChild();
  private final ReentrantLock drawing = new ReentrantLock();

  PreviewRoom(
      OfficeDatabase database,
      Catalog catalog,
      ReleaseTable releases,
      RepositoryPublisher repository,
      Clock clock) {
    this.database = database;
    this.catalog = catalog;
    Publisher.Press press = Publisher.Press.in(database.folder(), "", 7, null, clock);
    this.desk = new SigningDesk(releases, repository, press);
  }

  /**
   * What came of it.
   *
   * @param name of the folder with the pictures
   */
  record Drawn(RenderChild.Outcome outcome, String name) {}

  /** Draws a record, or finds that it was drawn; empty where there is no such record. */
  Optional<Drawn> draw(String id, String language)
      throws IOException, SQLException, RepositoryException, InterruptedException {
    drawing.lockInterruptibly();
    try {
      Map<String, byte[]> records = records(id);
      byte[] record = records.get(id);
      if (record == null) {
        return Optional.empty();
      }
      String name = new EncodedRecord("", id, record).sha256Hex() + "-" + language;
      Path folder = pictures().resolve(name);
      if (!Files.exists(folder.resolve("landscape.png"))) {
        tidy();
        write(Files.createDirectories(folder).resolve("records"), records);
        RenderChild.Outcome outcome =
            child.draw(folder, id, new OfficeName(database).get(), language);
        return Optional.of(new Drawn(outcome, name));
      }
      return Optional.of(new Drawn(RenderChild.Outcome.DRAWN, name));
    } finally {
      drawing.unlock();
    }
  }

  /** A picture that was drawn. */
  Optional<Path> picture(String name, String look) {
    Path file = pictures().resolve(name).resolve(look + ".png");
    return Files.exists(file) ? Optional.of(file) : Optional.empty();
  }

  private Path pictures() {
    return database.folder().resolve("tmp").resolve("pictures");
  }

  private Map<String, byte[]> records(String id)
      throws IOException, SQLException, RepositoryException {
    Map<String, byte[]> records = new LinkedHashMap<>();
    catalog.forEach(record -> {
      if (record.id().equals(id) || SURROUNDINGS.contains(record.type())) {
        records.put(record.id(), record.json());
      }
    });
    Optional<Waiting> waiting = desk.waiting();
    Optional<byte[]> waits = waiting.isEmpty() ? Optional.empty() : waiting.get().record(id);
    waits.ifPresent(json -> records.put(id, json));
    return records;
  }

  private static void write(Path file, Map<String, byte[]> records) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      for (byte[] json : records.values()) {
        out.write(json);
        out.write('\n');
      }
    }
  }

  /** Pictures of before are not kept for long. */
  private void tidy() throws IOException {
    Files.createDirectories(pictures());
    try (Stream<Path> folders = Files.list(pictures())) {
      for (Path old : folders.sorted().skip(KEPT).toList()) {
        try (Stream<Path> inside = Files.walk(old)) {
          for (Path file : inside.sorted(Comparator.reverseOrder()).toList()) {
            Files.delete(file);
          }
        }
      }
    }
  }
}
