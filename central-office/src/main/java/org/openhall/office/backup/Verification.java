package org.openhall.office.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openhall.office.audit.AuditTrail;
import org.openhall.office.audit.VerifyOutcome;
import org.openhall.office.database.OfficeDatabase;
import org.openhall.office.text.Trouble;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.Sha256;
import org.openhall.repository.metadata.TargetFile;
import org.openhall.repository.metadata.Targets;
import org.openhall.repository.publisher.RepositoryPublisher;
import org.openhall.repository.storage.FileDigest;

/** Whether what an office holds is what was written: each part by what proves it. */
public final class Verification {
  private static final Pattern HASH_FIRST = Pattern.compile("([0-9a-f]{64})\\..+");

  private final OfficeDatabase database;
  private final List<Trouble> troubles = new ArrayList<>();
  private long looked;

  public Verification(OfficeDatabase database) {
    this.database = database;
  }

  /** What was found to be wrong, in words. */
  public List<Trouble> troubles() {
    return List.copyOf(troubles);
  }

  /** How many files, records and entries were looked at. */
  public long looked() {
    return looked;
  }

  /** The database by itself, each record by its hash, and the audit log by its chain. */
  public void ofDatabase() throws SQLException {
    for (String said : database.integrity()) {
      troubles.add(Trouble.of("trouble.verify-database", said));
    }
    try (Connection connection = database.reading();
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery("SELECT id, sha256, json FROM record")) {
      while (row.next()) {
        looked++;
        if (!Sha256.hex(row.getBytes("json")).equals(row.getString("sha256"))) {
          troubles.add(Trouble.of("trouble.verify-record", row.getString("id")));
        }
      }
    }
    switch (new AuditTrail(database).verify()) {
      case VerifyOutcome.Whole(long entries, String _) -> looked += entries;
      case VerifyOutcome.Broken(long number, VerifyOutcome.Why why) ->
          troubles.add(Trouble.of("audit.broken." + why.name(), number));
    }
  }

  /** Each attachment by the hash that is its name. */
  public void ofFiles(Path folder) throws IOException {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        looked++;
        String name = file.getFileName().toString();
        if (name.matches("[0-9a-f]{64}") && !FileDigest.sha256(file).equals(name)) {
          troubles.add(Trouble.of("trouble.verify-file", file));
        }
      }
    }
  }

  /**
   * The repository: what roles of now stand for is there and is that, by its signed metadata; and
   * every file, packs and attachments too, by the hash with which its name begins.
   */
  public void ofRepository(Path folder, RepositoryPublisher repository, List<String> roles)
      throws IOException {
    byNames(folder.resolve("targets"));
    try {
      for (String role : roles) {
        Optional<Targets> said = repository.published(role);
        if (said.isPresent()) {
          for (TargetFile target : said.get().targets().values()) {
            check(repository.file(target), target);
          }
        }
      }
    } catch (RepositoryException e) {
      troubles.add(Trouble.of("trouble.verify-repository", String.valueOf(e.getMessage())));
    }
  }

  private void byNames(Path targets) throws IOException {
    if (!Files.isDirectory(targets)) {
      return;
    }
    try (Stream<Path> files = Files.walk(targets)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Matcher name = HASH_FIRST.matcher(file.getFileName().toString());
        if (name.matches()) {
          looked++;
          if (!FileDigest.sha256(file).equals(name.group(1))) {
            troubles.add(Trouble.of("trouble.verify-file", file));
          }
        }
      }
    }
  }

  private void check(Path file, TargetFile target) throws IOException {
    looked++;
    if (!Files.exists(file) || Files.size(file) != target.length()) {
      troubles.add(Trouble.of("trouble.verify-file", file));
    }
  }

  /** The newest backup of a folder: every file by its hash. */
  public Optional<Manifest> ofBackup(Path folder) throws IOException {
    Optional<Manifest> manifest = new BackupStore(folder).newest();
    if (manifest.isPresent()) {
      looked += manifest.get().files().size();
      for (String path : new Restore(folder, folder).damaged(manifest.get())) {
        troubles.add(Trouble.of("trouble.verify-file", path));
      }
    }
    return manifest;
  }
}
