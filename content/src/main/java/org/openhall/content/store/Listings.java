package org.openhall.content.store;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.openhall.content.CatalogNode;
import org.openhall.content.Department;
import org.openhall.content.Notice;

/** The lists of a snapshot: catalogue, departments, notices, entries and guides. */
final class Listings {
  private static final String RECORDS =
      "SELECT " + Rows.RECORD_COLUMNS + " FROM record JOIN node ON node.id = record.id ";

  private final Rows rows;

  Listings(Rows rows) {
    this.rows = rows;
  }

  List<CatalogNode> children(CatalogNode.Tree tree, @Nullable String parentId)
      throws UnreadableSnapshotException {
    return rows.records(
        CatalogNode.class,
        RECORDS
            + "WHERE node.parent_id IS ? AND tree = ? AND"
            + Rows.EFFECTIVE
            + "ORDER BY place, node.id",
        parentId,
        tree.name().toLowerCase(Locale.ROOT),
        rows.today());
  }

  List<Department> departments() throws UnreadableSnapshotException {
    return rows
        .records(
            Department.class,
            "SELECT "
                + Rows.RECORD_COLUMNS
                + " FROM record WHERE type = 'department' AND"
                + Rows.EFFECTIVE,
            rows.today())
        .stream()
        .sorted((a, b) -> a.name().compareTo(b.name()))
        .toList();
  }

  List<Notice> notices(LocalDate today) throws UnreadableSnapshotException {
    return rows.records(
        Notice.class,
        "SELECT "
            + Rows.RECORD_COLUMNS
            + " FROM title JOIN record ON record.id = title.id WHERE kind = 1"
            + " AND ? BETWEEN title.effective_from AND title.effective_until ORDER BY n",
        today.toString());
  }

  Page<EntryTitle> entries(EntryFilter filter, int offset, int limit)
      throws UnreadableSnapshotException {
    return page(conditions(filter), offset, limit, row -> TitleRow.read(row).asEntry());
  }

  Page<GuideTitle> guides(GuideFilter filter, int offset, int limit)
      throws UnreadableSnapshotException {
    return page(conditions(filter), offset, limit, row -> TitleRow.read(row).asGuide());
  }

  long count(EntryFilter filter) throws UnreadableSnapshotException {
    return count(conditions(filter));
  }

  List<Facet> publishers(EntryFilter filter) throws UnreadableSnapshotException {
    EntryFilter others = new EntryFilter(filter.categoryId(), null, filter.year());
    return facets("publisher", conditions(others), "count(*) DESC, publisher");
  }

  List<Facet> years(EntryFilter filter) throws UnreadableSnapshotException {
    EntryFilter others = new EntryFilter(filter.categoryId(), filter.departmentName(), null);
    return facets("year", conditions(others), "year DESC");
  }

  List<Facet> guideDepartments(GuideFilter f) throws UnreadableSnapshotException {
    GuideFilter others = new GuideFilter(null, f.itemType(), f.theme(), f.audience());
    return facets("publisher", conditions(others), "count(*) DESC, publisher");
  }

  List<Facet> guideTypes(GuideFilter f) throws UnreadableSnapshotException {
    GuideFilter others = new GuideFilter(f.departmentName(), null, f.theme(), f.audience());
    return facets("item_type", conditions(others), "count(*) DESC, item_type");
  }

  List<Facet> guideThemes(GuideFilter f) throws UnreadableSnapshotException {
    GuideFilter others = new GuideFilter(f.departmentName(), f.itemType(), null, f.audience());
    return facets("theme", conditions(others), "count(*) DESC, theme");
  }

  private Conditions conditions(EntryFilter filter) {
    return new Conditions(Hit.Kind.ENTRY, rows.today())
        .andUnder(filter.categoryId())
        .and("publisher", filter.departmentName())
        .and("year", filter.year());
  }

  private Conditions conditions(GuideFilter filter) {
    Conditions conditions =
        new Conditions(Hit.Kind.GUIDE, rows.today())
            .and("publisher", filter.departmentName())
            .and("item_type", filter.itemType())
            .and("theme", filter.theme());
    return switch (filter.audience()) {
      case NATURAL_PERSON -> conditions.and("natural_person", 1);
      case LEGAL_PERSON -> conditions.and("legal_person", 1);
      case null -> conditions;
    };
  }

  private <T> Page<T> page(Conditions conditions, int offset, int limit, Rows.Form<T> form)
      throws UnreadableSnapshotException {
    String numbers = "SELECT n FROM title" + conditions + " ORDER BY n LIMIT ? OFFSET ?";
    String sql =
        "SELECT " + TitleRow.COLUMNS + " FROM title WHERE n IN (" + numbers + ") ORDER BY n";
    return new Page<>(rows.list(sql, form, conditions.values(limit, offset)), count(conditions));
  }

  private long count(Conditions conditions) throws UnreadableSnapshotException {
    String sql = "SELECT count(*) FROM title" + conditions;
    return rows.first(sql, row -> row.getLong(1), conditions.values()).orElse(0L);
  }

  private List<Facet> facets(String column, Conditions conditions, String order)
      throws UnreadableSnapshotException {
    String sql =
        "SELECT %1$s, count(*) FROM title%2$s AND %1$s IS NOT NULL GROUP BY %1$s ORDER BY %3$s"
            .formatted(column, conditions, order);
    return rows.list(
        sql,
        row -> new Facet(row.getString(1), row.getString(1), row.getLong(2)),
        conditions.values());
  }
}
