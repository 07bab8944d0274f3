package org.openhall.office.upload;

import java.io.IOException;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.openhall.office.database.OfficeDatabase;

/**
 * What rows name by its name and the catalogue knows by an id.
 *
 * @param departments name → id
 * @param categories name or id → id, of the disclosure directory
 * @param guides item code → id
 */
public record KnownRecords(
    Map<String, String> departments, Map<String, String> categories, Map<String, String> guides) {

  /** As the catalogue stands now. */
  public static KnownRecords of(OfficeDatabase database) throws SQLException, IOException {
    KnownRecords known = new KnownRecords(new HashMap<>(), new HashMap<>(), new HashMap<>());
    database
        .client()
        .sql(
            "SELECT type, id, title, number FROM record_line"
                + " WHERE type IN ('department', 'catalog-node', 'service-guide') ORDER BY id")
        .query(row -> {
          String id = row.getString("id");
          String title = row.getString("title");
          switch (row.getString("type")) {
            case "department" -> known.departments.putIfAbsent(title, id);
            case "catalog-node" -> {
              known.categories.putIfAbsent(title, id);
              known.categories.put(id, id);
            }
            default -> known.guides.putIfAbsent(row.getString("number"), id);
          }
        });
    return known;
  }

  /** The id, if the catalogue knows it. */
  public Optional<String> department(String name) {
    return Optional.ofNullable(departments.get(name));
  }

  /** The id, if the catalogue knows it. */
  public Optional<String> category(String name) {
    return Optional.ofNullable(categories.get(name));
  }

  /** The id, if the catalogue knows it. */
  public Optional<String> guide(String itemCode) {
    return Optional.ofNullable(guides.get(itemCode));
  }
}
