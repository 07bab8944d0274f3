package org.openhall.office.settings;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import org.openhall.repository.storage.Storage;

/**
 * What {@code DIR/office.properties} says. It is the only place that says it: a command that could
 * be told otherwise would one day write into another database, or another bucket. Secrets lie in
 * files of their own, which it names.
 */
public final class OfficeProperties {
  /** The file's name in the data folder. */
  public static final String FILE = "office.properties";

  public static final String DATABASE = "database";
  public static final String DATABASE_PASSWORD_FILE = "database-password-file";
  public static final String REPOSITORY = "repository";
  public static final String REPOSITORY_ENDPOINT = "repository-endpoint";
  public static final String REPOSITORY_REGION = "repository-region";
  public static final String REPOSITORY_KEY_FILE = "repository-key-file";
  public static final String METRICS_TOKEN_FILE = "metrics-token-file";
  public static final String TRUSTED_PROXIES = "trusted-proxies";

  private static final Set<String> KNOWN =
      Set.of(
          DATABASE,
          DATABASE_PASSWORD_FILE,
          REPOSITORY,
          REPOSITORY_ENDPOINT,
          REPOSITORY_REGION,
          REPOSITORY_KEY_FILE,
          METRICS_TOKEN_FILE,
          TRUSTED_PROXIES);

  private final Path file;
  private final Properties said;

  private OfficeProperties(Path file, Properties said) {
    this.file = file;
    this.said = said;
  }

  /** Reads the file of a data folder; without one nothing is set. */
  public static OfficeProperties of(Path dataDir) throws IOException {
    Path file = dataDir.resolve(FILE);
    Properties said = new Properties();
    if (Files.exists(file)) {
      said.load(new StringReader(Files.readString(file)));
    }
    OfficeProperties properties = new OfficeProperties(file, said);
    for (String name : said.stringPropertyNames()) {
      if (!KNOWN.contains(name)) {
        throw properties.bad(name);
      }
    }
    properties.requireTogether(DATABASE_PASSWORD_FILE, DATABASE);
    for (String name : List.of(REPOSITORY_ENDPOINT, REPOSITORY_REGION, REPOSITORY_KEY_FILE)) {
      properties.requireTogether(name, REPOSITORY);
    }
    return properties;
  }

  private void requireTogether(String part, String whole) throws BadSettingException {
    if (get(part).isPresent() && get(whole).isEmpty()) {
      throw bad(part);
    }
  }

  /** The names of all settings, in their order. */
  public static List<String> known() {
    return KNOWN.stream().sorted().toList();
  }

  /** The file, for messages. */
  public Path file() {
    return file;
  }

  /** What a setting says, without spaces around it; empty where it is not set. */
  public Optional<String> get(String name) {
    return Optional.ofNullable(said.getProperty(name)).map(String::strip);
  }

  /** A file that a setting names. */
  public Optional<Path> path(String name) {
    return get(name).map(Path::of);
  }

  /** The refusal of a setting that cannot be meant so. */
  public BadSettingException bad(String name) {
    return new BadSettingException("trouble.setting", file, name);
  }

  /** Writes settings down, in the place of former ones of the same names. */
  public static void note(Path dataDir, Map<String, String> settings) throws IOException {
    Path file = dataDir.resolve(FILE);
    List<String> lines = new ArrayList<>();
    if (Files.exists(file)) {
      lines.addAll(Files.readAllLines(file));
      lines.removeIf(line -> settings.containsKey(line.split("=", 2)[0].strip()));
    } else {
      lines.add("# Where this office keeps what it knows and publishes (docs/office.md).");
    }
    settings.forEach((name, value) -> lines.add(name + "=" + value.replace("\\", "\\\\")));
    Files.createDirectories(dataDir);
    byte[] text = (String.join("\n", lines) + "\n").getBytes(StandardCharsets.UTF_8);
    Storage.durable().replace(file, text);
  }
}
