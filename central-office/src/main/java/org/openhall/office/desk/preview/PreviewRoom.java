package org.openhall.office.desk.preview;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.link.render.RenderOrder;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.repository.metadata.Sha256;
import org.springframework.stereotype.Component;

/** Has records and warnings drawn, one at a time, and keeps what was drawn for a while. */
@Component
final class PreviewRoom {
  /** What pages of other records refer to. */
  private static final Set<String> SURROUNDINGS =
      Set.of("department", "catalog-node", "hall-map", "form", "working-calendar");

  private static final int KEPT = 40;
  private static final int MOST_WAITING = 4;

  private final OfficeDatabase database;
  private final Catalog catalog;
  private final RenderChild child;
  private final Album album;
  private final ReentrantLock drawing = new ReentrantLock();

  /** Another run of the office may have another terminal's program. */
  private final String run = UUID.randomUUID().toString();

  PreviewRoom(OfficeDatabase database, Catalog catalog, RenderChild child) {
    this.database = database;
    this.catalog = catalog;
    this.child = child;
    this.album = new Album(database.folder().resolve("tmp").resolve("pictures"), KEPT);
  }

  /**
   * What came of it.
   *
   * @param outcome name of a {@link RenderChild.Outcome}, or {@code BUSY}
   * @param key of the pictures
   */
  record Drawn(String outcome, String key, List<Album.Shot> shots) {
    static Drawn without(String outcome) {
      return new Drawn(outcome, "", List.of());
    }

    /** How the screens of the pictures stand. */
    public List<String> looks() {
      return shots.stream().map(Album.Shot::code).distinct().toList();
    }

    /** The whole page on a screen that stands so, in pieces; empty where one glance is enough. */
    public List<Album.Shot> whole(String look) {
      return shots.stream().filter(shot -> shot.number() > 0 && shot.code().equals(look)).toList();
    }
  }

  /** Draws the page of a record, whether it is in the catalogue in this version or not. */
  Drawn draw(EncodedRecord record, boolean english)
      throws IOException, SQLException, InterruptedException {
    Map<String, byte[]> records = new LinkedHashMap<>();
    catalog.forEach(SURROUNDINGS, one -> records.put(one.id(), one.json()));
    records.put(record.id(), record.json());
    String office = new OfficeName(database).get();
    return draw(new RenderOrder(record.id(), office, english, null), records.values());
  }

  /** Draws a warning over everything. */
  Drawn draw(RenderOrder.Warning warning, boolean english)
      throws IOException, InterruptedException {
    String office = new OfficeName(database).get();
    return draw(new RenderOrder("", office, english, warning), List.of());
  }

  /** A picture that was drawn. */
  Optional<Path> picture(String key, String name) {
    return album.picture(key, name);
  }

  private Drawn draw(RenderOrder order, Collection<byte[]> records)
      throws IOException, InterruptedException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(run.getBytes(StandardCharsets.UTF_8));
    order.write(all, records);
    String key = Sha256.hex(all.toByteArray());
    if (drawing.getQueueLength() >= MOST_WAITING) {
      return Drawn.without("BUSY");
    }
    drawing.lockInterruptibly();
    try {
      Optional<RenderChild.Outcome> before = album.outcome(key);
      return before.isPresent()
          ? new Drawn(before.get().name(), key, album.shots(key))
          : drawAnew(key, order, records);
    } finally {
      drawing.unlock();
    }
  }

  private Drawn drawAnew(String key, RenderOrder order, Collection<byte[]> records)
      throws IOException, InterruptedException {
    Path begun = album.begin(key);
    RenderChild.Outcome outcome =
        child.draw(order, new ArrayList<>(records), picture -> Album.put(begun, picture));
    if (outcome != RenderChild.Outcome.DRAWN && outcome != RenderChild.Outcome.CUT) {
      album.delete(begun);
      return Drawn.without(outcome.name());
    }
    album.keep(begun, key, outcome);
    return new Drawn(outcome.name(), key, album.shots(key));
  }
}
