package org.openhall.demo.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.openhall.content.Block;
import org.openhall.content.DisclosureEntry;
import org.openhall.content.RecordHeader;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.codec.MalformedRecordException;
import org.openhall.content.codec.RecordCodec;
import org.openhall.demo.hall.HallException;

/**
 * Fills an office's catalogue up with entries that nobody wrote, and changes some of its entries;
 * always the same with the same content.
 */
final class GeneratedContent {
  private static final long SEED = 20261130;

  /** Above so many records entries have abstracts and no bodies. */
  private static final int WITH_BODIES = 100_000;

  private static final int PARAGRAPHS = 15;

  private static final String INSERT =
      "INSERT INTO record (id, type, kind, source, key, revision, as_of, sha256, json)"
          + " VALUES (?, 'disclosure-entry', 'titles', 'generated', ?, 1, '2026-11-30', ?, ?)";

  private final Path database;
  private final Random random = new Random(SEED);

  /**
   * @param office the office's data folder
   */
  GeneratedContent(Path office) {
    this.database = office.resolve("office.db");
  }

  /** Adds entries under titles that are there until so many records are. */
  void fillUp(int records) throws HallException {
    InventedEntries invented = new InventedEntries(records, true);
    try (Connection connection = open();
        PreparedStatement insert = connection.prepareStatement(INSERT)) {
      List<String> titles = titles(connection);
      int missing = records - count(connection);
      for (int i = 0; i < missing; i++) {
        DisclosureEntry entry = invented.entry(i);
        String title = titles.get(random.nextInt(titles.size())) + "（" + i + "）";
        boolean withBody = records <= WITH_BODIES;
        EncodedRecord record = RecordCodec.encoded(withBody ? with(entry, title, body()) : entry);
        insert.setString(1, record.id());
        insert.setString(2, record.id());
        insert.setString(3, record.sha256Hex());
        insert.setBytes(4, record.json());
        insert.executeUpdate();
      }
      connection.commit();
    } catch (SQLException | MalformedRecordException e) {
      throw new HallException("the catalogue cannot be filled up: " + e.getMessage());
    }
  }

  private List<Block> body() {
    List<Block> body = new ArrayList<>();
    for (int i = 1 + random.nextInt(PARAGRAPHS); i > 0; i--) {
      body.add(new Block.Paragraph(InventedEntries.text(random)));
    }
    return body;
  }

  /** Changes a sentence in so many entries; their canonical JSON as it is then. */
  List<EncodedRecord> change(int entries) throws HallException {
    try (Connection connection = open()) {
      List<String> ids = ids(connection);
      List<EncodedRecord> changed = new ArrayList<>();
      for (int i = 0; i < entries; i++) {
        changed.add(change(connection, ids.remove(random.nextInt(ids.size()))));
      }
      connection.commit();
      return changed;
    } catch (SQLException | MalformedRecordException e) {
      throw new HallException("the catalogue cannot be changed: " + e.getMessage());
    }
  }

  private EncodedRecord change(Connection connection, String id)
      throws SQLException, MalformedRecordException {
    try (PreparedStatement select =
            connection.prepareStatement("SELECT json FROM record WHERE id = ?");
        PreparedStatement update =
            connection.prepareStatement(
                "UPDATE record SET json = ?, sha256 = ?, revision = revision + 1 WHERE id = ?")) {
      select.setString(1, id);
      DisclosureEntry entry;
      try (ResultSet row = select.executeQuery()) {
        entry = (DisclosureEntry) RecordCodec.decode(row.getBytes(1));
      }
      List<Block> body = new ArrayList<>(entry.body());
      Block fresh = new Block.Paragraph(InventedEntries.text(random));
      if (body.isEmpty()) {
        body.add(fresh);
      } else {
        body.set(random.nextInt(body.size()), fresh);
      }
      EncodedRecord record = RecordCodec.encoded(with(entry, entry.title(), body));
      update.setBytes(1, record.json());
      update.setString(2, record.sha256Hex());
      update.setString(3, id);
      update.executeUpdate();
      return record;
    }
  }

  private static DisclosureEntry with(DisclosureEntry e, String title, List<Block> body) {
    RecordHeader h = e.header();
    RecordHeader header =
        new RecordHeader(
            h.id(),
            h.revision() + 1,
            h.departmentId(),
            h.effectiveFrom(),
            h.effectiveUntil(),
            h.origin());
    return new DisclosureEntry(
        header,
        title,
        e.indexNumber(),
        e.documentNumber(),
        e.publisher(),
        e.categoryId(),
        e.theme(),
        e.genre(),
        e.writtenOn(),
        e.publishedOn(),
        e.validity(),
        e.summary(),
        e.keywords(),
        e.sourceUrl(),
        body,
        e.particulars(),
        e.unknown());
  }

  private static List<String> titles(Connection connection)
      throws SQLException, MalformedRecordException {
    List<String> titles = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT json FROM record WHERE type = 'disclosure-entry' ORDER BY id");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        if (RecordCodec.decode(row.getBytes(1)) instanceof DisclosureEntry entry) {
          titles.add(entry.title());
        }
      }
    }
    return titles;
  }

  private static List<String> ids(Connection connection) throws SQLException {
    List<String> ids = new ArrayList<>();
    try (PreparedStatement select =
            connection.prepareStatement(
                "SELECT id FROM record WHERE type = 'disclosure-entry' ORDER BY id");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        ids.add(row.getString(1));
      }
    }
    return ids;
  }

  /** How many records the catalogue holds. */
  private static int count(Connection connection) throws SQLException {
    try (PreparedStatement select = connection.prepareStatement("SELECT count(*) FROM record");
        ResultSet row = select.executeQuery()) {
      return row.getInt(1);
    }
  }

  private Connection open() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:sqlite:" + database);
    connection.setAutoCommit(false);
    return connection;
  }
}
