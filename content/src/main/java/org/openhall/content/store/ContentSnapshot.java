package org.openhall.content.store;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openhall.content.AnnualReport;
import org.openhall.content.Attachment;
import org.openhall.content.CatalogNode;
import org.openhall.content.ContentRecord;
import org.openhall.content.Department;
import org.openhall.content.DisclosureGuide;
import org.openhall.content.Form;
import org.openhall.content.HallMap;
import org.openhall.content.Notice;
import org.openhall.content.StaffMember;
import org.openhall.content.Synonyms;
import org.openhall.content.WorkingCalendar;
import org.openhall.content.codec.EmergencyList;
import org.openhall.content.codec.ReleaseManifest;

/**
 * A snapshot, read only. What it returns was checked against the hashes of the rows it comes from;
 * a wrong one is a {@link DamagedRecordException}. Lists and searches hold only what is effective
 * today. One thread at a time may use it.
 */
public final class ContentSnapshot implements AutoCloseable {
  private final Rows rows;
  private final Listings listings;
  private SnapshotSearch search;
  private EmergencyList emergency = EmergencyList.NONE;
  private Set<String> withdrawn = Set.of();

  private ContentSnapshot(Rows rows) {
    this.rows = rows;
    this.listings = new Listings(rows);
    this.search = new SnapshotSearch(rows);
  }

  /**
   * Opens a finished snapshot. The file must never change while it is open (it is opened with
   * {@code immutable=1}).
   *
   * @param clock tells which day it is for the records' validity
   */
  public static ContentSnapshot open(Path db, Clock clock) throws UnreadableSnapshotException {
    if (!Files.isRegularFile(db)) {
      throw new UnreadableSnapshotException("There is no snapshot " + db, null);
    }
    try {
      String url = "jdbc:sqlite:" + db.toAbsolutePath().toUri() + "?mode=ro&immutable=1";
      Connection connection = DriverManager.getConnection(url);
      return new ContentSnapshot(Rows.of(connection, clock));
    } catch (SQLException e) {
      throw new UnreadableSnapshotException("Not a snapshot: " + db, e);
    }
  }

  /** The release it holds. */
  public ReleaseInfo release() throws UnreadableSnapshotException {
    return rows.release();
  }

  /**
   * Takes back what this list withdraws, in the place of what was taken back before: from now on
   * nothing finds, lists or counts these records.
   */
  public void withdraw(EmergencyList list) throws UnreadableSnapshotException {
    Set<String> now = new HashSet<>();
    for (EmergencyList.Withdrawal withdrawal : list.withdrawals()) {
      if (withdrawal.isOf(rows.revision(withdrawal.id()).orElse(0))) {
        now.add(withdrawal.id());
      }
    }
    if (!now.equals(withdrawn)) {
      rows.hide(now);
      search = new SnapshotSearch(rows); // it keeps names in memory
    }
    withdrawn = Set.copyOf(now);
    emergency = list;
  }

  /** What is not shown of this release, because it was taken back in the revision that it has. */
  public Set<String> withdrawnIds() {
    return withdrawn;
  }

  /** Why a record is not found although the release may have it. */
  public Optional<EmergencyList.Withdrawal> withdrawal(String id) {
    return emergency.withdrawals().stream()
        .filter(w -> w.id().equals(id) && withdrawn.contains(id))
        .findFirst();
  }

  /** Whether the release has a record of this id, whatever may be shown of it today. */
  public boolean holds(String id) throws UnreadableSnapshotException {
    return rows.holds(id);
  }

  /** Reads all of it, which takes seconds; the first damage found is an exception. */
  public void verify() throws UnreadableSnapshotException {
    rows.verify();
  }

  /** Reads all of it: whether every channel of a release is there as its manifest says. */
  public boolean isOf(ReleaseManifest manifest) throws UnreadableSnapshotException {
    verify();
    for (ReleaseManifest.Channel channel : manifest.channels()) {
      if (!rows.stateDigest(channel.name()).equals(channel.stateDigest())) {
        return false;
      }
    }
    return release().number() == manifest.release();
  }

  /** The record with this id, if there is one and it is effective today. */
  public Optional<ContentRecord> find(String id) throws UnreadableSnapshotException {
    return rows.find(id);
  }

  /** The nodes below a node, or the roots of a tree for null, in their order. */
  public List<CatalogNode> children(CatalogNode.Tree tree, @Nullable String parentId)
      throws UnreadableSnapshotException {
    return listings.children(tree, parentId);
  }

  /** All departments, by their order, then by name. */
  public List<Department> departments() throws UnreadableSnapshotException {
    return listings.departments();
  }

  /** The notices effective on a day, newest first. */
  public List<Notice> notices(LocalDate today) throws UnreadableSnapshotException {
    return listings.notices(today);
  }

  /** Entries of the directory, newest first; those without a date last. */
  public Page<EntryTitle> entries(EntryFilter filter, int offset, int limit)
      throws UnreadableSnapshotException {
    return listings.entries(filter, offset, limit);
  }

  /** Publishers to filter by, the busiest first. */
  public List<Facet> publishers(EntryFilter filter) throws UnreadableSnapshotException {
    return listings.publishers(filter);
  }

  /** Years to filter by, the latest first. */
  public List<Facet> years(EntryFilter filter) throws UnreadableSnapshotException {
    return listings.years(filter);
  }

  /** 主题 to filter by, the commonest first. */
  public List<Facet> themes(EntryFilter filter) throws UnreadableSnapshotException {
    return listings.themes(filter);
  }

  /** 体裁 to filter by, the commonest first. */
  public List<Facet> genres(EntryFilter filter) throws UnreadableSnapshotException {
    return listings.genres(filter);
  }

  /**
   * 有效性 to filter by, the commonest first; value and label are names of {@link
   * org.openhall.content.DisclosureEntry.Validity}.
   */
  public List<Facet> validities(EntryFilter filter) throws UnreadableSnapshotException {
    return listings.validities(filter);
  }

  /** How many entries stand under a node and all nodes below it. */
  public long countUnder(String categoryId) throws UnreadableSnapshotException {
    return listings.count(EntryFilter.none().withCategoryId(categoryId));
  }

  /** Service guides, those with materials first, short titles before long ones. */
  public Page<GuideTitle> guides(GuideFilter filter, int offset, int limit)
      throws UnreadableSnapshotException {
    return listings.guides(filter, offset, limit);
  }

  /** Departments of guides to filter by, the busiest first. */
  public List<Facet> guideDepartments(GuideFilter filter) throws UnreadableSnapshotException {
    return listings.guideDepartments(filter);
  }

  /** Types of guides to filter by, the commonest first. */
  public List<Facet> guideTypes(GuideFilter filter) throws UnreadableSnapshotException {
    return listings.guideTypes(filter);
  }

  /** Themes of guides to filter by, the commonest first. */
  public List<Facet> guideThemes(GuideFilter filter) throws UnreadableSnapshotException {
    return listings.guideThemes(filter);
  }

  /** How many entries {@link #entries} would list. */
  public long entryCount(EntryFilter filter) throws UnreadableSnapshotException {
    return listings.count(filter);
  }

  /** How many guides a filter leaves. */
  public long guideCount(GuideFilter filter) throws UnreadableSnapshotException {
    return listings.count(filter);
  }

  /** The guides with the most cases a year (年办件量), the busiest first. */
  public List<GuideTitle> popularGuides(int limit) throws UnreadableSnapshotException {
    return listings.popularGuides(limit);
  }

  /** The guides that are handled at a window of the map. */
  public List<GuideTitle> guidesAtWindow(String windowId) throws UnreadableSnapshotException {
    return listings.guidesAtWindow(windowId);
  }

  /** Annual reports, the latest year first. */
  public List<AnnualReport> annualReports() throws UnreadableSnapshotException {
    return listings.all(AnnualReport.class, Comparator.comparingInt(AnnualReport::year).reversed());
  }

  /** Guides to government information (政府信息公开指南), by title. */
  public List<DisclosureGuide> disclosureGuides() throws UnreadableSnapshotException {
    return listings.all(DisclosureGuide.class, Comparator.comparing(DisclosureGuide::title));
  }

  /** Who serves at the windows, in the hall's order. */
  public List<StaffMember> staff() throws UnreadableSnapshotException {
    return listings.all(StaffMember.class, Comparator.comparingInt(StaffMember::order));
  }

  /** Maps of halls, by the hall's name. */
  public List<HallMap> hallMaps() throws UnreadableSnapshotException {
    return listings.all(HallMap.class, Comparator.comparing(HallMap::hall));
  }

  /** The working calendar of a year, if there is one. */
  public Optional<WorkingCalendar> calendar(int year) throws UnreadableSnapshotException {
    return calendars().stream().filter(c -> c.year() == year).findFirst();
  }

  /** Working calendars, by year. */
  public List<WorkingCalendar> calendars() throws UnreadableSnapshotException {
    return listings.all(WorkingCalendar.class, Comparator.comparingInt(WorkingCalendar::year));
  }

  /** Lists of everyday words. */
  public List<Synonyms> synonyms() throws UnreadableSnapshotException {
    return listings.all(Synonyms.class, Comparator.comparing(Synonyms::title));
  }

  /** Forms to fill in, by title. */
  public List<Form> forms() throws UnreadableSnapshotException {
    return listings.all(Form.class, Comparator.comparing(Form::title));
  }

  /** Every attachment that a record names, each file once. */
  public List<Attachment> attachments() throws UnreadableSnapshotException {
    return listings.attachments();
  }

  /**
   * Finds guides, notices and entries whose titles, aliases, numbers or texts hold what a person
   * typed: Chinese characters, letters and digits in any width, pinyin in full or by initials; a
   * question in everyday words; words with a slip in them, of which {@link SearchResult#readAs}
   * says how they were read. Anything may be typed; what has no letter, digit or sign in it finds
   * nothing.
   *
   * @param limit hits wanted at most
   */
  public SearchResult search(String query, int limit) throws UnreadableSnapshotException {
    return search.search(query, limit);
  }

  /** Only what has the words as they were typed, and no other reading of them. */
  public SearchResult searchExactly(String query, int limit) throws UnreadableSnapshotException {
    return search.searchExactly(query, limit);
  }

  /**
   * Names of matters and departments that go on as was typed: in Chinese, in pinyin or by initials.
   *
   * @param limit names wanted at most
   */
  public List<String> completions(String typed, int limit) throws UnreadableSnapshotException {
    return search.completions(typed, limit);
  }

  /**
   * Begins to get the words ready that searches and suggestions need: reads them, and leaves the
   * rest to a thread in the background. Without it the first search does so and waits for it.
   */
  public void prepareSearch() throws UnreadableSnapshotException {
    search.prepare();
  }

  /** What the content calls things; takes some hundredths of a second. */
  public ShownNames names() throws UnreadableSnapshotException {
    return ShownNames.of(rows);
  }

  /** Closes the file. */
  @Override
  public void close() throws UnreadableSnapshotException {
    rows.close();
  }
}
