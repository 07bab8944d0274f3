package org.openhall.office.catalog;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which records were changed at the desk last: of whose proposals the newest that was approved is
 * what the catalogue holds, but for its revision. Proposals that imports made are the source's own.
 */
final class DeskEdits {
  private static final String APPROVED =
      " FROM proposal_item i JOIN proposal q ON q.id = i.proposal"
          + " WHERE q.state IN ('approved', 'undone') AND q.origin <> 'import'";
  private static final int SHORTENED = 14;

  private final Connection connection;
  private final Set<String> proposed = new HashSet<>();

  /**
   * @param reading for the list of them
   * @param connection for single ones, later
   */
  DeskEdits(Connection reading, Connection connection) throws SQLException {
    this.connection = connection;
    try (PreparedStatement select =
            reading.prepareStatement("SELECT DISTINCT i.record_id" + APPROVED);
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        proposed.add(row.getString(1));
      }
    }
  }

  /**
   * A record as the desk left it.
   *
   * @param json of it; of a removed one, of its last version
   */
  record Edit(JsonNode json, boolean isRemoved) {

    /** The hash of the source's row from which it came, however it was edited since. */
    String sourceSha256() {
      return json.path("header").path("origin").path("sha256").asString("");
    }

    /** Field → what stands here and what the source has, in short. */
    Map<String, String> differing(byte[] other) {
      Map<String, String> differing = new LinkedHashMap<>();
      JsonNode source = JsonMapper.shared().readTree(other);
      Set<String> names = new LinkedHashSet<>(json.propertyNames());
      names.addAll(source.propertyNames());
      names.remove("header");
      for (String name : names) {
        JsonNode here = json.path(name);
        if (!here.equals(source.path(name))) {
          differing.put(name, shortened(here) + " ≠ " + shortened(source.path(name)));
        }
      }
      return differing;
    }

    private static String shortened(JsonNode value) {
      String text = value.isContainer() ? value.toString() : value.asString("–");
      return text.codePointCount(0, text.length()) > SHORTENED
          ? text.substring(0, text.offsetByCodePoints(0, SHORTENED)) + "…"
          : text;
    }
  }

  /** What the desk left of a record, if it was the desk that wrote it last. */
  Optional<Edit> of(String id) throws SQLException {
    if (!proposed.contains(id)) {
      return Optional.empty();
    }
    Optional<JsonNode> present =
        RecordTable.json(connection, id).map(JsonMapper.shared()::readTree);
    Optional<JsonNode> approved = json("SELECT i.json" + APPROVED + " AND i.record_id = ?", id);
    if (present.isEmpty()) {
      return approved.isPresent()
          ? Optional.empty()
          : json("SELECT json FROM record_version i WHERE id = ?", id)
              .map(last -> new Edit(last, true));
    }
    return approved
        .filter(one -> content(one).equals(content(present.get())))
        .map(_ -> new Edit(present.get(), false));
  }

  /** Of the highest revision; empty where there is none, or where that is a removal. */
  private Optional<JsonNode> json(String select, String id) throws SQLException {
    try (PreparedStatement statement =
        connection.prepareStatement(select + " ORDER BY i.revision DESC LIMIT 1")) {
      statement.setString(1, id);
      try (ResultSet row = statement.executeQuery()) {
        byte @Nullable [] json = row.next() ? row.getBytes(1) : null;
        return Optional.ofNullable(json).map(JsonMapper.shared()::readTree);
      }
    }
  }

  private static JsonNode content(JsonNode record) {
    JsonNode content = record.deepCopy();
    ((ObjectNode) content.path("header")).remove("revision");
    ((ObjectNode) content.path("header").path("origin")).remove("asOf");
    return content;
  }

  /** Whether an import has proposed the same already, and it waits or was turned down. */
  boolean isProposed(String id, String sourceSha256) throws SQLException {
    try (PreparedStatement select =
        connection.prepareStatement(
            "SELECT i.json FROM proposal_item i JOIN proposal q ON q.id = i.proposal"
                + " WHERE i.record_id = ? AND q.origin = 'import' AND i.json IS NOT NULL"
                + " AND q.state IN ('submitted', 'returned')")) {
      select.setString(1, id);
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          JsonNode json = JsonMapper.shared().readTree(row.getBytes(1));
          if (new Edit(json, false).sourceSha256().equals(sourceSha256)) {
            return true;
          }
        }
        return false;
      }
    }
  }
}
