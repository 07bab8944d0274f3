package org.openhall.architecture;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Enumeration;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * What lies on the class paths by which a terminal's programs are run: the jars themselves, as the
 * build put them beside each program, looked through entry by entry.
 */
class ClassPathTest {

  private static final List<String> FORGERS =
      List.of("org/openhall/simulator/", "org/openhall/demo/", "org/openhall/socialcard/");

  @ParameterizedTest
  @ValueSource(strings = {"kiosk-app", "sync-agent"})
  void noEmulatedCardIsWithinReachOfATerminalsPrograms(String program) throws IOException {
    List<Path> jars = jars(program);
    assertTrue(
        jars.stream().anyMatch(jar -> jar.getFileName().toString().startsWith("terminal-link-")),
        () -> program + " is run by this class path? " + jars);
    List<String> forged = new ArrayList<>();
    for (Path jar : jars) {
      forged.addAll(forgedIn(jar));
    }
    assertEquals(List.of(), forged, "a terminal could forge a citizen");
  }

  /** The program's own jar and those of its folder, as the start scripts name them. */
  private static List<Path> jars(String program) throws IOException {
    Path target = Path.of("..", program, "target");
    List<Path> jars = new ArrayList<>();
    for (Path folder : List.of(target, target.resolve("lib"))) {
      assertTrue(Files.isDirectory(folder), () -> folder + " is missing: package it first");
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> file.toString().endsWith(".jar")).forEach(jars::add);
      }
    }
    return jars;
  }

  private static List<String> forgedIn(Path jar) throws IOException {
    List<String> forged = new ArrayList<>();
    try (JarFile file = new JarFile(jar.toFile())) {
      Enumeration<JarEntry> entries = file.entries();
      while (entries.hasMoreElements()) {
        String name = entries.nextElement().getName();
        // a jar of several releases keeps classes of later ones one folder deeper
        String plain = name.replaceFirst("^META-INF/versions/[0-9]+/", "");
        if (FORGERS.stream().anyMatch(plain::startsWith)) {
          forged.add(jar.getFileName() + "!" + name);
        }
      }
    }
    return forged;
  }
}
