package org.openhall.office.catalog;

import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.zip.ZipException;
import org.openhall.content.codec.EncodedRecord;
import org.openhall.office.authored.AuthoredHall;
import org.openhall.office.authored.HallFolder;
import org.openhall.office.database.Alone;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.OfficeName;
import org.openhall.office.database.Turn;
import org.openhall.office.text.Trouble;

/** The records that the office holds, and the way into it for source files. */
public final class Catalog {
  private final OfficeDatabase database;
  private final Clock clock;
  private final Edits edits;

  /**
   * @param clock in the office's time zone: the day of an import is the office's day
   */
  public Catalog(OfficeDatabase database, Clock clock) {
    this(database, clock, Edits.KEPT);
  }

  private Catalog(OfficeDatabase database, Clock clock, Edits edits) {
    this.database = database;
    this.clock = clock;
    this.edits = edits;
  }

  /** The same, whose imports do so where a record was changed at the desk. */
  public Catalog where(Edits edits) {
    return new Catalog(database, clock, edits);
  }

  /**
   * Imports one file in one transaction: all of it, or nothing. Importing the same file again
   * changes nothing.
   */
  public ImportOutcome importFile(Path path, ImportProgress progress)
      throws IOException, SQLException {
    if (!Files.isReadable(path) || !Files.isRegularFile(path)) {
      return new ImportOutcome.Broken(Trouble.of("trouble.file-unreadable", path.toString()));
    }
    try {
      Optional<SourceKind> kind = Recognition.of(path);
      if (kind.isEmpty()) {
        return new ImportOutcome.NotRecognised(path.toString());
      }
      return importAs(kind.get(), path, progress);
    } catch (BadFileException e) {
      return new ImportOutcome.Broken(e.trouble());
    } catch (NoSuchFileException e) {
      return new ImportOutcome.Broken(Trouble.of("trouble.file-unreadable", path.toString()));
    }
  }

  private ImportOutcome importAs(SourceKind kind, Path path, ImportProgress progress)
      throws BadFileException, IOException, SQLException {
    try (SourceFile file = SourceFile.open(path)) {
      Importer importer =
          switch (kind) {
            case TITLES -> new TitlesImporter(file);
            case LAWS -> new LawsImporter(file);
            case GUIDES -> new GuidesImporter(file);
            case REPORT -> new ReportImporter(file);
            case HALL, SAMPLE, UPLOAD, API -> throw new IllegalStateException("no single file");
          };
      return imported(kind, file, importer, progress);
    }
  }

  /**
   * What breaks before the first row is read comes here; importers say the line of all the rest.
   */
  private ImportOutcome imported(
      SourceKind kind, SourceFile file, Importer importer, ImportProgress progress)
      throws BadFileException, IOException, SQLException {
    try {
      return new ImportOutcome.Imported(run(progress).of(kind, file, importer));
    } catch (CharacterCodingException | EOFException | ZipException e) {
      throw file.broken(e, 1);
    }
  }

  /** Imports the authored sample that ships with the program. */
  public ImportOutcome importSample(ImportProgress progress) throws IOException, SQLException {
    try (HallFolder folder = HallFolder.shipped()) {
      AuthoredHall hall = AuthoredHall.read(folder);
      return imported(SourceKind.SAMPLE, hall, HallImporter.ofSample(hall), progress);
    }
  }

  /** Imports the folder of an office's own content: all of it, or nothing. */
  public ImportOutcome importHall(Path folder, ImportProgress progress)
      throws IOException, SQLException {
    AuthoredHall hall = AuthoredHall.read(HallFolder.of(folder));
    String office = new OfficeName(database).get();
    HallImporter importer = HallImporter.of(hall, String.valueOf(folder.getFileName()), office);
    return imported(SourceKind.HALL, hall, importer, progress);
  }

  /** Attachments are kept before the records that name them. */
  private ImportOutcome imported(
      SourceKind kind, AuthoredHall hall, HallImporter importer, ImportProgress progress)
      throws IOException, SQLException {
    if (hall.problems().isEmpty()) {
      attachments().keep(hall.files());
    }
    try {
      return new ImportOutcome.Imported(run(progress).of(kind, importer, importer));
    } catch (BadFileException e) {
      return new ImportOutcome.Broken(e.trouble());
    }
  }

  /** Hears what a source would add or change, one record after the other. */
  @FunctionalInterface
  public interface Changes {

    /**
     * A record that would be put.
     *
     * @param base the revision that it follows, 0 for a new record
     */
    void add(RecordRow row, int base) throws SQLException;
  }

  /** Reads a source as an import does, and changes nothing. */
  public ImportReport reckon(Import what, ImportProgress progress, Changes changes)
      throws BadFileException, IOException, SQLException {
    return run(progress).looking(what, changes);
  }

  /** What is read, and as what. */
  public record Import(SourceKind kind, Source source, Importer importer) {}

  /** The bytes of the attachments that records name. */
  public AttachmentFiles attachments() {
    return new AttachmentFiles(database.folder());
  }

  /** Lists of its records. */
  public RecordList list() {
    return new RecordList(database);
  }

  /** What the records are called that others name by an id. */
  public RecordNames names() {
    return new RecordNames(database);
  }

  /** What it holds and held of single records. */
  public RecordHistory history() {
    return new RecordHistory(database);
  }

  private ImportRun run(ImportProgress progress) {
    return new ImportRun(database, clock, edits, progress);
  }

  /**
   * Hands every record to the visitor, by ascending id, one at a time; what is read is one state of
   * the catalogue, whatever is imported meanwhile.
   */
  public void forEach(RecordVisitor visitor) throws IOException, SQLException {
    try (Connection connection = database.reading();
        PreparedStatement select =
            connection.prepareStatement("SELECT type, id, json FROM record ORDER BY id");
        ResultSet row = select.executeQuery()) {
      while (row.next()) {
        visitor.visit(new EncodedRecord(row.getString(1), row.getString(2), row.getBytes(3)));
      }
    }
  }

  /** Hands every record of these types to the visitor, by ascending id. */
  public void forEach(Set<String> types, RecordVisitor visitor) throws IOException, SQLException {
    String marks = String.join(", ", Collections.nCopies(types.size(), "?"));
    String sql =
        "SELECT r.type, r.id, r.json FROM record_line l JOIN record r ON r.id = l.id"
            + " WHERE l.type IN ("
            + marks
            + ") ORDER BY r.id";
    try (Connection connection = database.reading();
        PreparedStatement select = connection.prepareStatement(sql)) {
      int at = 0;
      for (String type : types) {
        select.setString(++at, type);
      }
      try (ResultSet row = select.executeQuery()) {
        while (row.next()) {
          visitor.visit(new EncodedRecord(row.getString(1), row.getString(2), row.getBytes(3)));
        }
      }
    }
  }

  /** The revision of a record; empty where the catalogue has none of this id. */
  public OptionalInt revision(String id) throws SQLException {
    try (Connection connection = database.connect()) {
      return RecordTable.revision(connection, id);
    }
  }

  /**
   * Gives a record another revision, with nothing else changed, when nobody else gives any.
   *
   * @param revision higher than its present one
   */
  public void revise(String id, int revision) throws IOException, SQLException {
    try (Alone alone = database.alone(Turn.IMPORT);
        Connection connection = database.connect()) {
      connection.setAutoCommit(false);
      RecordTable.revise(connection, id, revision);
      alone.confirm();
      connection.commit();
    }
  }

  /** Takes one record after the other. */
  @FunctionalInterface
  public interface RecordVisitor {
    void visit(EncodedRecord record) throws IOException, SQLException;
  }

  /** Type of record → how many the catalogue holds, most first. */
  public Map<String, Long> countsByType() {
    Map<String, Long> counts = new LinkedHashMap<>();
    database
        .client()
        .sql("SELECT type, count(*) AS n FROM record GROUP BY type ORDER BY n DESC, type")
        .query(row -> {
          counts.put(row.getString("type"), row.getLong("n"));
        });
    return counts;
  }
}
