package org.openhall.content.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.openhall.content.Attachment;
import org.openhall.content.Attachments;
import org.openhall.content.CatalogNode;
import org.openhall.content.ContentRecord;
import org.openhall.content.Department;
import org.openhall.content.Notice;
import org.openhall.content.codec.RecordCodec;

/** The lists of a snapshot: catalogue, departments, notices, entries and guides. */
final class Listings {
  private static final String OF_TYPE =
      "SELECT "
          + Rows.RECORD_COLUMNS
          + " FROM record WHERE type = ? AND"
          + Rows.EFFECTIVE
          + "ORDER BY id";

  private static final String RECORDS =
      "SELECT " + Rows.RECORD_COLUMNS + " FROM record JOIN node ON node.id = record.id ";

  private static final Comparator<Department> BY_ORDER =
      Comparator.comparing(
              (Department d) -> d.details().order(),
              Comparator.nullsLast(Comparator.naturalOrder()))
          .thenComparing(Department::name);

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
    return all(Department.class, BY_ORDER);
  }

  /** All effective records of a type, sorted. */
  <T extends ContentRecord> List<T> all(Class<T> type, Comparator<T> order)
      throws UnreadableSnapshotException {
    return rows.records(type, OF_TYPE, RecordCodec.nameOf(type), rows.today()).stream()
        .sorted(order)
        .toList();
  }

  List<Attachment> attachments() throws UnreadableSnapshotException {
    String sql =
        "SELECT "
            + Rows.RECORD_COLUMNS
            + " FROM record JOIN attached ON attached.id = record.id ORDER BY record.id";
    Map<String, Attachment> distinct = new LinkedHashMap<>();
    for (ContentRecord record : rows.records(ContentRecord.class, sql)) {
      Attachments.of(record).forEach(a -> distinct.putIfAbsent(a.sha256(), a));
    }
    return List.copyOf(distinct.values());
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
    return busiest("publisher", conditions(filter.withPublisher(null)));
  }

  List<Facet> years(EntryFilter filter) throws UnreadableSnapshotException {
    return facets("year", conditions(filter.withYear(null)), "year DESC");
  }

  List<Facet> themes(EntryFilter filter) throws UnreadableSnapshotException {
    return busiest("theme", conditions(filter.withTheme(null)));
  }

  List<Facet> genres(EntryFilter filter) throws UnreadableSnapshotException {
    return busiest("genre", conditions(filter.withGenre(null)));
  }

  List<Facet> validities(EntryFilter filter) throws UnreadableSnapshotException {
    return busiest("validity", conditions(filter.withValidity(null)));
  }

  List<Facet> guideDepartments(GuideFilter f) throws UnreadableSnapshotException {
    return busiest("publisher", conditions(f.withDepartmentName(null)));
  }

  List<Facet> guideTypes(GuideFilter f) throws UnreadableSnapshotException {
    return busiest("item_type", conditions(f.withItemType(null)));
  }

  List<Facet> guideThemes(GuideFilter f) throws UnreadableSnapshotException {
    return busiest("theme", conditions(f.withTheme(null)));
  }

  long count(GuideFilter filter) throws UnreadableSnapshotException {
    return count(conditions(filter));
  }

  List<GuideTitle> popularGuides(int limit) throws UnreadableSnapshotException {
    Conditions conditions = conditions(GuideFilter.none());
    return rows.list(
        "SELECT "
            + TitleRow.COLUMNS
            + " FROM title"
            + conditions
            + " AND cases IS NOT NULL"
            + " ORDER BY cases DESC, n LIMIT ?",
        row -> TitleRow.read(row).asGuide(),
        conditions.values(limit));
  }

  List<GuideTitle> guidesAtWindow(String windowId) throws UnreadableSnapshotException {
    Conditions conditions = conditions(GuideFilter.none()).andAt("window " + windowId);
    return rows.list(
        "SELECT " + TitleRow.COLUMNS + " FROM title" + conditions + " ORDER BY n",
        row -> TitleRow.read(row).asGuide(),
        conditions.values());
  }

  private Conditions conditions(EntryFilter filter) {
    return new Conditions(Hit.Kind.ENTRY, rows.today())
        .andUnder(filter.categoryId())
        .and("publisher", filter.publisher())
        .and("year", filter.year())
        .and("theme", filter.theme())
        .and("genre", filter.genre())
        .and("validity", filter.validity() == null ? null : filter.validity().name());
  }

  private Conditions conditions(GuideFilter filter) {
    Conditions conditions =
        new Conditions(Hit.Kind.GUIDE, rows.today())
            .and("publisher", filter.departmentName())
            .and("item_type", filter.itemType())
            .and("theme", filter.theme())
            .andAt(filter.personTheme())
            .andAt(filter.legalTheme())
            .andAt(filter.lifeEvent());
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

  private List<Facet> busiest(String column, Conditions conditions)
      throws UnreadableSnapshotException {
    return facets(column, conditions, "count(*) DESC, " + column);
  }

  private List<Facet> facets(String column, Conditions conditions, String order)
      throws UnreadableSnapshotException {
    String sql =
        ("SELECT %1$s, count(*), min(n) FROM title%2$s AND %1$s IS NOT NULL"
                + " GROUP BY %1$s ORDER BY %3$s")
            .formatted(column, conditions, order);
    return rows.list(sql, row -> facet(column, row.getString(1), row), conditions.values());
  }

  /** A value comes out of an index; a title that has it is looked at, as that is sealed. */
  private Facet facet(String column, String value, ResultSet found)
      throws SQLException, UnreadableSnapshotException {
    String one = "SELECT " + TitleRow.COLUMNS + " FROM title WHERE n = ? AND " + column + " = ?";
    if (rows.first(one, TitleRow::read, found.getLong(3), value).isEmpty()) {
      throw new UnreadableSnapshotException("An index is damaged at " + column, null);
    }
    return new Facet(value, value, found.getLong(2));
  }
}
