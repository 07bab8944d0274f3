package org.openhall.content.store;

import com.github.luben.zstd.ZstdCompressCtx;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Attachments;
import org.openhall.content.CatalogNode;
import org.openhall.content.ContentRecord;
import org.openhall.content.RecordHeader;
import org.openhall.content.ServiceGuide;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.content.search.SearchText;

/** Writes records as they come from the packs: their bytes, catalogue nodes, and draft lines. */
final class RecordTables implements AutoCloseable {
  private static final int ZSTD_LEVEL = 3;

  /** Bytes below which compressing a record is not tried. */
  private static final int WORTH_PACKING = 512;

  private static final String FOREVER = "9999-12-31";

  private final ZstdCompressCtx zstd = new ZstdCompressCtx().setLevel(ZSTD_LEVEL);
  private final Insert records;
  private final Insert nodes;
  private final Insert lines;
  private final Insert placements;
  private final Insert attached;
  private final Sql sql;

  RecordTables(Connection connection) throws SQLException {
    String columns =
        "(id, type, channel, effective_from, effective_until, sample, sha256, packed_from, json)";
    records = new Insert(connection, "record " + columns, 9);
    nodes = new Insert(connection, "node", 4);
    lines = new Insert(connection, "draft.line", 28);
    placements = new Insert(connection, "placement", 2);
    attached = new Insert(connection, "attached", 1);
    sql = new Sql(connection);
  }

  /** Adds a record, or puts it in the place of the one with its id. */
  void put(String channel, EncodedRecord encoded, ContentRecord record) throws SQLException {
    delete(encoded.id());
    add(channel, encoded, record);
  }

  /**
   * Removes a record, unless another channel has taken it over.
   *
   * @return false if there is none with this id
   */
  boolean remove(String channel, String id) throws SQLException {
    Optional<String> there =
        sql.first("SELECT channel FROM record WHERE id = ?", row -> row.getString(1), id);
    if (there.isPresent() && there.get().equals(channel)) {
      delete(id);
    }
    return there.isPresent();
  }

  private void delete(String id) throws SQLException {
    if (sql.run("DELETE FROM record WHERE id = ?", id) > 0) {
      sql.run("DELETE FROM node WHERE id = ?", id);
      sql.run("DELETE FROM placement WHERE id = ?", id);
      sql.run("DELETE FROM attached WHERE id = ?", id);
      sql.run("DELETE FROM draft.line WHERE id = ?", id);
      sql.run("INSERT OR IGNORE INTO draft.gone VALUES (?)", id);
    }
  }

  /** Adds a record; false if there is one with its id already. */
  boolean add(String channel, EncodedRecord encoded, ContentRecord record) throws SQLException {
    byte[] json = encoded.json();
    byte[] packed = json.length < WORTH_PACKING ? json : zstd.compress(json);
    boolean pays = packed.length < json.length - json.length / 8;
    RecordHeader header = record.header();
    boolean isNew =
        records.row(
            encoded.id(),
            encoded.type(),
            channel,
            from(header),
            until(header),
            header.origin().sample(),
            encoded.sha256(),
            pays ? json.length : null,
            pays ? packed : json);
    if (isNew) {
      addPlaces(record);
    }
    Optional<DraftLine> line = isNew ? DraftLine.of(record) : Optional.empty();
    if (line.isPresent()) {
      addLine(line.get(), header, SearchText.of(record));
    }
    return isNew;
  }

  private void addPlaces(ContentRecord record) throws SQLException {
    if (record instanceof CatalogNode node) {
      addNode(node);
    } else if (record instanceof ServiceGuide guide) {
      for (String place : places(guide)) {
        placements.row(place, guide.header().id());
      }
    }
    if (!Attachments.of(record).isEmpty()) {
      attached.row(record.header().id());
    }
  }

  private static List<String> places(ServiceGuide guide) {
    List<String> places = new ArrayList<>(guide.placement().personThemes());
    places.addAll(guide.placement().legalThemes());
    places.addAll(guide.placement().lifeEvents());
    if (guide.windows() != null) {
      guide.windows().forEach(w -> w.windowIds().forEach(id -> places.add("window " + id)));
    }
    return places;
  }

  private void addNode(CatalogNode node) throws SQLException {
    String tree = node.tree().name().toLowerCase(Locale.ROOT);
    nodes.row(node.header().id(), tree, node.parentId(), node.order());
  }

  private void addLine(DraftLine line, RecordHeader header, SearchText text) throws SQLException {
    TitleRow shown = line.shown();
    byte[] folded = SearchText.folded(text.lines()).getBytes(StandardCharsets.UTF_8);
    String from = from(header);
    String until = until(header);
    lines.row(
        null,
        TitleRow.number(shown.kind()),
        line.rank(),
        shown.title().length(),
        shown.id(),
        shown.title(),
        shown.publisher(),
        shown.documentNumber(),
        shown.indexNumber(),
        shown.day(),
        line.year(),
        line.categoryId(),
        shown.itemType(),
        line.theme(),
        line.genre(),
        line.validity(),
        line.naturalPerson(),
        line.legalPerson(),
        line.cases(),
        shown.complete(),
        shown.sample(),
        shown.kind() == Hit.Kind.DEPARTMENT || header.departmentId() != null,
        from,
        until,
        shown.seal(TitleFacts.of(line, from, until)),
        SearchText.folded(text.names()),
        folded.length,
        folded.length == 0 ? folded : zstd.compress(folded));
  }

  /** The first day of a record's validity, as it stands in its row. */
  static String from(RecordHeader header) {
    return day(header.effectiveFrom(), "");
  }

  /** The last day of a record's validity, as it stands in its row. */
  static String until(RecordHeader header) {
    return day(header.effectiveUntil(), FOREVER);
  }

  private static String day(@Nullable LocalDate day, String none) {
    return day == null ? none : day.toString();
  }

  @Override
  public void close() throws SQLException {
    try (zstd;
        records;
        nodes;
        lines;
        placements;
        attached;
        sql) {
      // closed in this order, whatever fails
    }
  }
}
