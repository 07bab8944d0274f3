package org.openhall.repository.client;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.openhall.repository.metadata.PercentEncoding;
import org.openhall.repository.metadata.RepositoryException;
import org.openhall.repository.metadata.TargetFile;

/**
 * The client of any repository of The Update Framework, as a command: {@code init}, {@code refresh}
 * and {@code download}, in the form that the public conformance suite drives. Says on standard
 * error why it refuses; the exit status is 0 or 1.
 */
public final class TufClient {
  private static final String USAGE =
      """
      tuf-client --metadata-dir DIR init ROOT
      tuf-client --metadata-dir DIR --metadata-url URL refresh
      tuf-client --metadata-dir DIR --metadata-url URL --target-name NAME … \
      --target-base-url URL --target-dir DIR download

        init       trust ROOT, a root.json whose bytes you have reason to believe; asks nobody
        refresh    bring the metadata up to date
        download   refresh, then bring the targets in their order, each to a file of its own;
                   what is there already with the right hashes is not fetched again
      """;

  private final Options options;

  private TufClient(Options options) {
    this.options = options;
  }

  static void main(String[] arguments) {
    System.exit(run(arguments));
  }

  /** Runs one command; 0 where it succeeded, else 1. */
  static int run(String... arguments) {
    if (List.of(arguments).contains("--help")) {
      System.out.print(USAGE);
      return 0;
    }
    try {
      new TufClient(Options.of(arguments)).run();
      return 0;
    } catch (IllegalArgumentException e) {
      System.err.println(e.getMessage() + "\n\n" + USAGE);
    } catch (RepositoryException | FetchException e) {
      System.err.println(e.getMessage());
    } catch (IOException e) {
      System.err.println(e);
    }
    return 1;
  }

  private void run() throws RepositoryException, IOException {
    Path metadata = Path.of(options.one("--metadata-dir"));
    switch (options.command()) {
      case "init" -> Updater.trust(metadata, Files.readAllBytes(Path.of(options.argument())));
      case "refresh" -> updater(metadata).refresh();
      case "download" -> download(updater(metadata));
      default -> throw new IllegalArgumentException("There is no command " + options.command());
    }
  }

  private Updater updater(Path metadata) {
    Fetcher fetcher = new HttpFetcher(URI.create(options.one("--metadata-url")));
    return new Updater(metadata, fetcher, Clock.systemUTC());
  }

  /** All targets in one run: one reference time, and each role's metadata once. */
  private void download(Updater updater) throws RepositoryException, IOException {
    Fetcher targets = new HttpFetcher(URI.create(options.one("--target-base-url")));
    Path folder = Path.of(options.one("--target-dir"));
    List<String> names = options.all("--target-name");
    updater.refresh();
    for (String name : names) {
      TargetFile target =
          updater
              .target(name)
              .orElseThrow(() -> new FetchException.NotFound(name, "the repository"));
      updater.downloadTo(target, targets, folder.resolve(fileName(name)));
    }
  }

  /** One file for one name, whatever the name holds: all lie in one folder, none is hidden. */
  private static String fileName(String target) {
    String encoded = PercentEncoding.segment(target);
    return encoded.startsWith(".") ? "%2E" + encoded.substring(1) : encoded;
  }

  /** The command line, options in any order before or after the command. */
  private record Options(List<String> words, List<String> names, List<String> values) {

    static Options of(String... arguments) {
      Options options = new Options(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
      for (int i = 0; i < arguments.length; i++) {
        if (!arguments[i].startsWith("--")) {
          options.words.add(arguments[i]);
        } else if (i + 1 == arguments.length) {
          throw new IllegalArgumentException(arguments[i] + " needs a value");
        } else {
          options.names.add(arguments[i]);
          options.values.add(arguments[++i]);
        }
      }
      return options;
    }

    String command() {
      return words.isEmpty() ? "(none)" : words.getFirst();
    }

    String argument() {
      if (words.size() != 2) {
        throw new IllegalArgumentException(command() + " needs one file");
      }
      return words.getLast();
    }

    List<String> all(String name) {
      List<String> found = new ArrayList<>();
      for (int i = 0; i < names.size(); i++) {
        if (names.get(i).equals(name)) {
          found.add(values.get(i));
        }
      }
      if (found.isEmpty()) {
        throw new IllegalArgumentException(command() + " needs " + name);
      }
      return found;
    }

    String one(String name) {
      return all(name).getLast();
    }
  }
}
