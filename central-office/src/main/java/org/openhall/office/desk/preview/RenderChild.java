package org.openhall.office.desk.preview;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The terminal's program {@code org.openhall.kiosk.render.RenderMain} as a child process, with
 * little memory and time, and without a network where the system lets it be taken away. The office
 * knows it by its class path alone.
 */
public final class RenderChild {
  /** Names the class path of the terminal's program, where it does not lie beside the office's. */
  public static final String CLASS_PATH = "openhall.render.classpath";

  private static final String MAIN = "org.openhall.kiosk.render.RenderMain";
  private static final int NO_PAGE = 3;
  private static final int SECONDS = 60;
  private static final Path UNSHARE = Path.of("/usr/bin/unshare");

  private final Optional<String> classPath;

  /** Of the program that is installed here. */
  public RenderChild() {
    this(installed());
  }

  RenderChild(Optional<String> classPath) {
    this.classPath = classPath;
  }

  /** What came of drawing. */
  public enum Outcome {
    DRAWN,
    /** The terminal's program is not installed here. */
    NOT_INSTALLED,
    /** Such records have no page of their own. */
    NO_PAGE,
    TOO_SLOW,
    /** It broke; what it said is in {@code said.txt} in the folder. */
    BROKEN
  }

  private static Optional<String> installed() {
    String named = System.getProperty(CLASS_PATH, "");
    if (!named.isEmpty()) {
      return Optional.of(named);
    }
    Path built = Path.of(System.getProperty("openhall.home", "."), "kiosk-app", "target");
    return Files.isDirectory(built.resolve("lib"))
        ? Optional.of(built.resolve("kiosk-app-0.1.0.jar") + ":" + built.resolve("lib") + "/*")
        : Optional.empty();
  }

  /**
   * Draws the page of a record.
   *
   * @param folder with {@code records}, canonical JSON line by line; gets the pictures {@code
   *     portrait.png} and {@code landscape.png}
   */
  public Outcome draw(Path folder, String id, String office, String language)
      throws IOException, InterruptedException {
    if (classPath.isEmpty()) {
      return Outcome.NOT_INSTALLED;
    }
    List<String> command = new ArrayList<>(withoutNetwork());
    command.addAll(java(folder, classPath.get()));
    command.addAll(List.of(folder.resolve("records").toString(), id, folder.toString()));
    command.addAll(List.of(office, language));
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.redirectOutput(folder.resolve("said.txt").toFile());
    builder
        .environment()
        .keySet()
        .removeIf(name -> name.startsWith("JAVA_") || name.equals("JDK_JAVA_OPTIONS"));
    Process child = builder.start();
    if (!child.waitFor(SECONDS, TimeUnit.SECONDS)) {
      child.descendants().forEach(ProcessHandle::destroyForcibly);
      child.destroyForcibly().waitFor();
      return Outcome.TOO_SLOW;
    }
    return switch (child.exitValue()) {
      case 0 -> Outcome.DRAWN;
      case NO_PAGE -> Outcome.NO_PAGE;
      default -> Outcome.BROKEN;
    };
  }

  private static List<String> java(Path folder, String classPath) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx384m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Djava.io.tmpdir=" + folder,
        "-Dorg.sqlite.tmpdir=" + folder,
        "-Duser.home=" + folder,
        "-cp",
        classPath,
        MAIN);
  }

  /**
   * A network namespace of its own, empty; where that is forbidden, the program as it is, which
   * opens no line.
   */
  private static List<String> withoutNetwork() throws IOException, InterruptedException {
    if (!Files.isExecutable(UNSHARE)) {
      return List.of();
    }
    List<String> words =
        List.of(UNSHARE.toString(), "--net", "--map-root-user", "--fork", "--kill-child");
    List<String> trial = new ArrayList<>(words);
    trial.add("true");
    Process process =
        new ProcessBuilder(trial)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    return process.waitFor() == 0 ? words : List.of();
  }
}
