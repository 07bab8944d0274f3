package org.openhall.office.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.openhall.office.catalog.BadFileException;
import org.openhall.office.catalog.Catalog;
import org.openhall.office.catalog.ImportProgress;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.file.FileGate;
import org.openhall.office.file.FileKind;
import org.openhall.office.proposal.Proposal;
import org.openhall.office.proposal.Proposals;
import org.openhall.office.table.BadTableException;
import org.openhall.office.table.TableFile;
import org.openhall.office.table.TableRow;
import org.openhall.office.table.TableRows;
import org.openhall.office.text.Messages;
import org.openhall.repository.storage.FileDigest;

/**
 * Files on their way to a proposal: {@link #take} → {@link #map} → {@link #check} → {@link
 * #propose}. Nothing of it is in the catalogue before another person has approved it.
 */
public final class Uploads {
  /** Bytes of a file that may be brought. */
  public static final long LONGEST = 64L << 20;

  private static final int SAMPLES = 5;
  private static final FileGate GATE =
      new FileGate(
          EnumSet.of(FileKind.CSV, FileKind.TEXT, FileKind.XLSX, FileKind.JSON, FileKind.HTML),
          LONGEST);

  private final OfficeDatabase database;
  private final Catalog catalog;
  private final Proposals proposals;
  private final Clock clock;
  private final UploadTable table;
  private final UploadFolder folder;

  /**
   * @param clock in the office's time zone
   */
  public Uploads(OfficeDatabase database, Catalog catalog, Proposals proposals, Clock clock) {
    this.database = database;
    this.catalog = catalog;
    this.proposals = proposals;
    this.clock = clock;
    this.table = new UploadTable(database.client());
    this.folder = UploadFolder.in(database.folder());
  }

  /** What a part of a file looks like: its columns, and a few of its rows. */
  public record Look(List<String> parts, List<String> columns, List<TableRow> samples) {
    public Look {
      parts = List.copyOf(parts);
      columns = List.copyOf(columns);
      samples = List.copyOf(samples);
    }
  }

  /**
   * Takes a file in, if the gate lets it.
   *
   * @param name as its sender calls it
   * @param source whose records these are, as citizens are shown it; not empty
   */
  public UploadOutcome take(String person, String name, InputStream bytes, String source)
      throws IOException {
    return folder.receive(
        bytes,
        part ->
            switch (GATE.look(name, part)) {
              case FileGate.Look.Refused refused -> new UploadOutcome.Refused(refused.reasons());
              case FileGate.Look.Taken(FileKind kind) -> {
                long id = table.add(upload(person, name, part, source, kind));
                folder.keep(part, id);
                yield new UploadOutcome.Taken(find(id).orElseThrow());
              }
            });
  }

  private Upload upload(String person, String name, Path file, String source, FileKind kind)
      throws IOException {
    return new Upload(
        0,
        name,
        FileDigest.sha256(file),
        Files.size(file),
        kind,
        source,
        person,
        clock.instant().truncatedTo(ChronoUnit.SECONDS),
        0,
        null,
        null,
        null);
  }

  /** The upload of that number. */
  public Optional<Upload> find(long id) {
    return table.find(id);
  }

  /** The newest, of all sources. */
  public List<Upload> newest(int limit) {
    return table.newest(limit);
  }

  /** The newest of a source. */
  public List<Upload> of(String source, int limit) {
    return table.of(source, limit);
  }

  /** The sources of which there were files. */
  public List<String> sources() {
    return table.sources();
  }

  /**
   * Deletes what was brought before this time and never handed in, the files with it, and what a
   * program that died left in the folder.
   *
   * @return how many uploads
   */
  public int tidy(Instant before) throws IOException {
    Instant day = before.truncatedTo(ChronoUnit.SECONDS);
    int dropped = 0;
    for (long id : table.abandoned(day)) {
      if (table.drop(id)) {
        folder.drop(id);
        dropped++;
      }
    }
    folder.dropLeavings(day, id -> find(id).isPresent());
    return dropped;
  }

  /** Looks into a part of a file. */
  public Look look(Upload upload, int part) throws BadTableException, IOException {
    TableFile file = new TableFile(upload.kind(), folder.file(upload.id()));
    try (TableRows rows = file.open(part)) {
      List<TableRow> samples = new ArrayList<>();
      Optional<TableRow> row = rows.next();
      while (row.isPresent() && samples.size() < SAMPLES) {
        samples.add(row.get());
        row = rows.next();
      }
      return new Look(file.parts(), rows.columns(), samples);
    }
  }

  /**
   * What the columns probably are: as last said for this source, else by their names.
   *
   * @param type the records' type, or empty for the likeliest
   */
  public Mapping probable(Upload upload, List<String> columns, Optional<RecordFields> type) {
    if (type.isPresent()) {
      return probable(upload, columns, type.get());
    }
    return table
        .rememberedType(upload.source())
        .map(fields -> probable(upload, columns, fields))
        .filter(mapping -> mapping.missing().isEmpty())
        .orElseGet(() -> probable(upload, columns, Mapping.proposed(columns).fields()));
  }

  private Mapping probable(Upload upload, List<String> columns, RecordFields fields) {
    Map<String, String> remembered = table.remembered(upload.source(), fields);
    Map<String, String> byName = Mapping.proposed(fields, columns).columns();
    Map<String, String> probable = new LinkedHashMap<>();
    for (String column : columns) {
      String field = remembered.getOrDefault(column, byName.getOrDefault(column, ""));
      probable.put(column, field);
    }
    return new Mapping(fields, probable);
  }

  /** Somebody says which column is which field; it is remembered for the source. */
  public void map(Upload upload, int part, List<String> columns, Mapping mapping) {
    table.mapped(upload.id(), part, mapping);
    table.remember(upload.source(), mapping.fields(), columns, mapping);
  }

  /** Reads the whole file and says what it would change; nothing is changed. */
  public UploadReport check(Upload upload, Messages messages, ImportProgress progress)
      throws IOException, SQLException {
    UploadReport report;
    try (Reading reading = new Reading(upload, folder.file(upload.id()))) {
      report = reading.check(database, catalog, refusedRows(upload.id()), messages, progress);
    } catch (BadTableException e) {
      report = UploadReport.of(e.trouble());
    } catch (BadFileException e) {
      report = UploadReport.of(e.trouble());
    }
    table.reported(upload.id(), report);
    return report;
  }

  /** The rows that were refused, with their reasons, as CSV. */
  public Path refusedRows(long id) {
    return folder.refusedRows(id);
  }

  /**
   * Makes a proposal of it and hands that in for review. Whoever comes second is told so.
   *
   * @param title what it is about, for its reviewer
   */
  public ProposeOutcome propose(Upload upload, String person, String title, ImportProgress progress)
      throws IOException, SQLException {
    long proposal = proposals.open(Proposal.Origin.UPLOAD, person, title).id();
    if (!table.proposed(upload.id(), proposal)) {
      proposals.discard(proposal, person);
      return new ProposeOutcome.Already();
    }
    ProposalFilling filling = new ProposalFilling(proposals, proposal, person);
    try (Reading reading = new Reading(upload, folder.file(upload.id()))) {
      reading.reckon(database, catalog, filling, progress);
    } catch (BadTableException e) {
      return new ProposeOutcome.Broken(e.trouble());
    } catch (BadFileException e) {
      return new ProposeOutcome.Broken(e.trouble());
    }
    Files.deleteIfExists(folder.file(upload.id()));
    return new ProposeOutcome.Proposed(proposal, filling.submit());
  }
}
