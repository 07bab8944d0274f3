package org.openhall.office.database;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import org.openhall.repository.storage.Storage;

/**
 * Where an office keeps what it knows: {@code office.db} in its data folder, unless {@code
 * office.properties} beside it names a server. That is the one place that says so: a command that
 * could be told otherwise would one day write into the other.
 */
public sealed interface DatabasePlace {
  /** The file of the data folder that says where. */
  String FILE = "office.properties";

  String DATABASE = "database";
  String PASSWORD_FILE = "database-password-file";

  /** {@code office.db} in the data folder. */
  record InFolder() implements DatabasePlace {}

  /**
   * A PostgreSQL server.
   *
   * @param url {@code jdbc:postgresql://…}, without a password
   * @param passwordFile holds the password and nothing else; without it the driver looks where
   *     {@code PGPASSFILE} says, or into {@code ~/.pgpass}
   */
  record OnServer(String url, Optional<Path> passwordFile) implements DatabasePlace {
    private static final Pattern FORM = Pattern.compile("jdbc:postgresql:\\S+");
    private static final Pattern SECRET =
        Pattern.compile("(?i)[?&](ssl)?password=|//[^/?]*:[^/?]*@");

    /** Checks the form of an address, without asking anybody. */
    public static OnServer of(String url, Optional<Path> passwordFile) throws BadPlaceException {
      if (SECRET.matcher(url).find()) {
        throw new BadPlaceException("trouble.database-password");
      }
      if (!FORM.matcher(url).matches()) {
        throw new BadPlaceException("trouble.database-url", url);
      }
      return new OnServer(url, passwordFile);
    }
  }

  /** What the data folder says. */
  static DatabasePlace of(Path dataDir) throws IOException {
    Path file = dataDir.resolve(FILE);
    if (!Files.exists(file)) {
      return new InFolder();
    }
    Properties said = new Properties();
    said.load(new StringReader(Files.readString(file)));
    for (String name : said.stringPropertyNames()) {
      if (!Set.of(DATABASE, PASSWORD_FILE).contains(name)) {
        throw new BadPlaceException("trouble.database-setting", file, name);
      }
    }
    String url = said.getProperty(DATABASE);
    if (url == null) {
      throw new BadPlaceException("trouble.database-setting", file, DATABASE);
    }
    return OnServer.of(
        url.strip(),
        Optional.ofNullable(said.getProperty(PASSWORD_FILE)).map(String::strip).map(Path::of));
  }

  /** Refuses a place where a data folder has another already. */
  static void requireFree(Path dataDir, OnServer place) throws IOException {
    boolean isFree =
        switch (of(dataDir)) {
          case InFolder() -> !Files.exists(dataDir.resolve(Sqlite.FILE));
          case OnServer present -> present.url().equals(place.url());
        };
    if (!isFree) {
      throw new BadPlaceException("trouble.database-other", dataDir);
    }
  }

  /** Makes a data folder say so from now on. */
  static void note(Path dataDir, OnServer place) throws IOException {
    StringBuilder text = new StringBuilder();
    text.append("# Where this office keeps what it knows (docs/office.md).\n");
    text.append(DATABASE).append('=').append(place.url()).append('\n');
    place
        .passwordFile()
        .ifPresent(file -> text.append(PASSWORD_FILE).append('=').append(file).append('\n'));
    Files.createDirectories(dataDir);
    Storage.durable()
        .replace(dataDir.resolve(FILE), text.toString().getBytes(StandardCharsets.UTF_8));
  }
}
