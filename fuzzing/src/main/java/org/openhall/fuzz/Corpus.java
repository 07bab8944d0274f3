package org.openhall.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * The inputs that are kept: those that reached something new, named by the fuzzer, and {@code
 * found-*}, those that something was wrong with once.
 */
final class Corpus {

  /** Files whose name begins so are never tidied away. */
  static final String FOUND = "found-";

  private Corpus() {}

  /** Every target on the class path, in the order of their names. */
  static List<FuzzTarget> targets() {
    return ServiceLoader.load(FuzzTarget.class).stream()
        .map(ServiceLoader.Provider::get)
        .sorted(Comparator.comparing(FuzzTarget::name))
        .toList();
  }

  /** Where a target's inputs lie: in the sources of the module whose tests it belongs to. */
  static Path folder(FuzzTarget target) {
    try {
      Path classes =
          Path.of(target.getClass().getProtectionDomain().getCodeSource().getLocation().toURI());
      return classes.resolve("../../src/test/resources/fuzz").resolve(target.name()).normalize();
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** The files that are kept, in the order of their names; none where there is no folder yet. */
  static List<Path> files(Path folder) {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(Files::isRegularFile).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Seeds and kept inputs. */
  static List<byte[]> inputs(FuzzTarget target) {
    List<byte[]> inputs = new ArrayList<>(target.seeds());
    try {
      for (Path file : files(folder(target))) {
        inputs.add(Files.readAllBytes(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return inputs;
  }
}
