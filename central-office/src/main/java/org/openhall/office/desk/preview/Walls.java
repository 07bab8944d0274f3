package org.openhall.office.desk.preview;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * What stands around a drawing program that this office starts itself: by bubblewrap it sees
 * nothing of the machine but Java, its own classes and the fonts, has no network, no other
 * processes, and no rights.
 */
final class Walls {
  private static final Path PROGRAM = Path.of("/usr/bin/bwrap");
  private static final long PATIENCE_SECONDS = 10;

  private Walls() {}

  /** Whether this machine lets them be put up. */
  static boolean stand() throws IOException, InterruptedException {
    if (!Files.isExecutable(PROGRAM)) {
      return false;
    }
    List<String> trial = new ArrayList<>(around(""));
    trial.add("true");
    Process process =
        new ProcessBuilder(trial)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return false;
    }
    return process.exitValue() == 0;
  }

  /** The same class path, whatever folder it is looked at from. */
  static String absolute(String classPath) {
    return Arrays.stream(classPath.split(File.pathSeparator, -1))
        .filter(place -> !place.isEmpty())
        .map(place -> Path.of(place).toAbsolutePath().toString())
        .collect(Collectors.joining(File.pathSeparator));
  }

  /**
   * The words before a command that is to run within them.
   *
   * @param classPath absolute
   */
  static List<String> around(String classPath) throws IOException {
    List<String> words = new ArrayList<>(List.of(PROGRAM.toString()));
    words.addAll(
        List.of("--unshare-all", "--die-with-parent", "--new-session", "--cap-drop", "ALL"));
    words.addAll(List.of("--clearenv", "--setenv", "LANG", "C.UTF-8"));
    words.addAll(List.of("--proc", "/proc", "--dev", "/dev", "--tmpfs", "/tmp", "--chdir", "/tmp"));
    for (String place : List.of("/usr", "/bin", "/lib", "/lib64", "/etc/fonts")) {
      show(words, place);
    }
    show(words, System.getProperty("java.home"));
    try (DirectoryStream<Path> settings = Files.newDirectoryStream(Path.of("/etc"), "java-*")) {
      settings.forEach(folder -> show(words, folder.toString()));
    }
    for (String place : classPath.split(File.pathSeparator, -1)) {
      if (!place.isEmpty()) {
        show(words, place.replaceFirst("/\\*$", ""));
      }
    }
    return words;
  }

  private static void show(List<String> words, String place) {
    words.addAll(List.of("--ro-bind-try", place, place));
  }
}
