package org.openhall.office.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.openhall.office.settings.BadSettingException;
import org.openhall.office.settings.OfficeProperties;

/**
 * Where an office keeps what it knows: {@code office.db} in its data folder, unless {@code
 * office.properties} beside it names a server. That is the one place that says so: a command that
 * could be told otherwise would one day write into the other.
 */
public sealed interface DatabasePlace {
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
    public static OnServer of(String url, Optional<Path> passwordFile) throws BadSettingException {
      if (SECRET.matcher(url).find()) {
        throw new BadSettingException("trouble.database-password");
      }
      if (!FORM.matcher(url).matches()) {
        throw new BadSettingException("trouble.database-url", url);
      }
      return new OnServer(url, passwordFile);
    }
  }

  /** What the data folder says. */
  static DatabasePlace of(Path dataDir) throws IOException {
    OfficeProperties said = OfficeProperties.of(dataDir);
    Optional<String> url = said.get(OfficeProperties.DATABASE);
    return url.isEmpty()
        ? new InFolder()
        : OnServer.of(url.get(), said.path(OfficeProperties.DATABASE_PASSWORD_FILE));
  }

  /** Refuses a place where a data folder has another already. */
  static void requireFree(Path dataDir, OnServer place) throws IOException {
    boolean isFree =
        switch (of(dataDir)) {
          case InFolder() -> !Files.exists(dataDir.resolve(Sqlite.FILE));
          case OnServer present -> present.url().equals(place.url());
        };
    if (!isFree) {
      throw new BadSettingException("trouble.database-other", dataDir);
    }
  }

  /** Makes a data folder say so from now on. */
  static void note(Path dataDir, OnServer place) throws IOException {
    Map<String, String> settings = new LinkedHashMap<>();
    settings.put(OfficeProperties.DATABASE, place.url());
    place
        .passwordFile()
        .ifPresent(file -> settings.put(OfficeProperties.DATABASE_PASSWORD_FILE, file.toString()));
    OfficeProperties.note(dataDir, settings);
  }
}
