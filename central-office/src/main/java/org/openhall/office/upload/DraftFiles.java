package org.openhall.office.upload;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.openhall.content.Attachment;
import org.openhall.content.Limits;
import org.openhall.office.catalog.AttachmentFiles;
import org.openhall.office.database.Alone;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.database.Turn;
import org.openhall.office.file.FileContent;
import org.openhall.office.file.FileGate;
import org.openhall.office.file.FileKind;
import org.openhall.repository.storage.FileDigest;

/**
 * Files that editors attach to what they draft. Their bytes lie where those of all attachments lie;
 * whose draft is given up, or names one no more, leaves it to be deleted.
 */
public final class DraftFiles {
  private static final FileGate GATE =
      new FileGate(
          Arrays.stream(FileKind.values())
              .filter(FileKind::isAttachable)
              .collect(Collectors.toSet()),
          Limits.FILE);

  /** Everything that may name a file and counts, versions that once were published among it. */
  private static final List<String> NAMING =
      List.of(
          "SELECT json FROM record",
          "SELECT json FROM record_version",
          "SELECT json FROM proposal_item WHERE json IS NOT NULL AND proposal IN"
              + " (SELECT id FROM proposal WHERE state <> 'discarded')");

  private final OfficeDatabase database;
  private final UploadFolder uploads;
  private final AttachmentFiles files;
  private final Clock clock;

  public DraftFiles(OfficeDatabase database, Clock clock) {
    this.database = database;
    this.uploads = UploadFolder.in(database.folder());
    this.files = new AttachmentFiles(database.folder());
    this.clock = clock;
  }

  /** What came of a file. */
  public sealed interface Outcome {

    /** It is there. */
    record Taken(Attachment file) implements Outcome {}

    /** The gate does not let it in; nothing of it is kept. */
    record Refused(List<FileGate.Found> reasons) implements Outcome {
      public Refused {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /**
   * Takes a file in, if the gate lets it.
   *
   * @param proposal number of the draft's proposal
   * @param name as its sender calls it
   */
  public Outcome take(long proposal, String person, String name, InputStream bytes)
      throws IOException {
    return uploads.receive(
        bytes,
        part ->
            switch (GATE.look(name, part)) {
              case FileGate.Look.Refused refused -> new Outcome.Refused(refused.reasons());
              case FileGate.Look.Taken(FileKind kind) -> {
                Attachment file = attachment(name, kind, part);
                note(proposal, person, file);
                files.keep(file.sha256(), part);
                yield new Outcome.Taken(file);
              }
            });
  }

  private static Attachment attachment(String name, FileKind kind, Path file) throws IOException {
    return new Attachment(
        name,
        kind.mediaType(),
        Files.size(file),
        FileDigest.sha256(file),
        new FileContent(kind, file).pages());
  }

  /** Before its bytes are kept, so that none are there that nobody would look for. */
  private void note(long proposal, String person, Attachment file) {
    database
        .client()
        .sql("INSERT INTO draft_file (sha256, proposal, person, at) VALUES (?, ?, ?, ?)")
        .params(
            file.sha256(),
            proposal,
            person,
            clock.instant().truncatedTo(ChronoUnit.SECONDS).toString())
        .update();
  }

  /**
   * Deletes files of drafts that are decided on or given up, and that nothing names.
   *
   * @param before when they came at the latest
   * @return how many
   */
  public int tidy(Instant before) throws IOException, SQLException {
    Set<String> left = new HashSet<>(closed());
    if (left.isEmpty()) {
      return 0;
    }
    try (Alone alone = database.alone(Turn.IMPORT)) {
      Set<String> unnamed = unnamed(left);
      int dropped = 0;
      for (String sha256 : left) {
        boolean isNamed = !unnamed.contains(sha256);
        if (isNamed || files.drop(sha256, before)) {
          forget(sha256);
          dropped += isNamed ? 0 : 1;
        }
      }
      alone.confirm();
      return dropped;
    }
  }

  /** Files of which no draft is open any more: an earlier saving may name them, too. */
  private List<String> closed() {
    return database
        .client()
        .sql(
            "SELECT DISTINCT f.sha256 FROM draft_file f WHERE NOT EXISTS"
                + " (SELECT 1 FROM draft_file g JOIN proposal p ON p.id = g.proposal"
                + " WHERE g.sha256 = f.sha256 AND p.state IN ('open', 'submitted', 'returned'))")
        .query((row, _) -> row.getString(1))
        .list();
  }

  private Set<String> unnamed(Set<String> hashes) throws SQLException {
    Set<String> unnamed = new HashSet<>(hashes);
    try (Connection connection = database.reading()) {
      for (String naming : NAMING) {
        try (PreparedStatement select = connection.prepareStatement(naming);
            ResultSet row = select.executeQuery()) {
          while (!unnamed.isEmpty() && row.next()) {
            String json = new String(row.getBytes(1), StandardCharsets.ISO_8859_1);
            unnamed.removeIf(json::contains);
          }
        }
      }
    }
    return unnamed;
  }

  private void forget(String sha256) {
    database.client().sql("DELETE FROM draft_file WHERE sha256 = ?").param(sha256).update();
  }
}
