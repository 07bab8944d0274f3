package org.openhall.device.pcsc;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.opentest4j.AssertionFailedError;

/**
 * Runs test classes in a process with a mount and a network namespace of its own: there {@code
 * /run/pcscd}, where a resource manager has its socket, and the ports on which virtual readers wait
 * for their cards belong to it alone. Its results become those of the tests here.
 */
final class OwnNamespaces {

  private static final String SETUP =
      "ip link set lo up && mkdir -p /run/pcscd && mount -t tmpfs tmpfs /run/pcscd && exec \"$@\"";
  private static final String PASSED = "##passed ";
  private static final String FAILED = "##failed ";

  private OwnNamespaces() {}

  /** The cases of the classes, already run. */
  static List<DynamicTest> run(Class<?>... classes) {
    Map<String, String> results = new LinkedHashMap<>();
    List<String> output = new ArrayList<>();
    int status = runChild(results, output, classes);
    List<DynamicTest> tests = new ArrayList<>();
    tests.add(
        DynamicTest.dynamicTest(
            "runs to the end",
            () -> {
              if (status != 0 || results.isEmpty()) {
                throw new AssertionFailedError(
                    "status " + status + "\n" + String.join("\n", output));
              }
            }));
    results.forEach((name, failure) ->
        tests.add(
            DynamicTest.dynamicTest(
                name,
                () -> {
                  if (!failure.isEmpty()) {
                    throw new AssertionFailedError(failure + "\n" + String.join("\n", output));
                  }
                })));
    return tests;
  }

  private static int runChild(
      Map<String, String> results, List<String> output, Class<?>... classes) {
    try {
      Process child = new ProcessBuilder(command(classes)).redirectErrorStream(true).start();
      child.getOutputStream().close();
      try (var lines = child.inputReader(StandardCharsets.UTF_8)) {
        lines.lines().forEach(line -> take(line, results, output));
      }
      return child.waitFor();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static void take(String line, Map<String, String> results, List<String> output) {
    if (line.startsWith(PASSED)) {
      results.put(line.substring(PASSED.length()), "");
    } else if (line.startsWith(FAILED)) {
      String[] parts = line.substring(FAILED.length()).split("\t", 2);
      results.put(parts[0], parts[1].replace('\t', '\n'));
    } else {
      output.add(line);
    }
  }

  private static List<String> command(Class<?>... classes) {
    List<String> command = new ArrayList<>(List.of("unshare", "--mount", "--net"));
    if (!isRoot()) {
      command.add("--map-root-user");
    }
    command.addAll(List.of("sh", "-c", SETUP, "sh"));
    command.addAll(java(OwnNamespaces.class));
    for (Class<?> tests : classes) {
      command.add(tests.getName());
    }
    return command;
  }

  /** The beginning of a command that runs a class of the tests in another process. */
  static List<String> java(Class<?> main) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx128m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "--enable-native-access=ALL-UNNAMED",
        "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
        "-cp",
        System.getProperty("java.class.path"),
        main.getName());
  }

  private static boolean isRoot() {
    try {
      return Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The process within: runs the classes named and says how each case ended. */
  public static void main(String[] classes) {
    LauncherDiscoveryRequestBuilder request = LauncherDiscoveryRequestBuilder.request();
    for (String name : classes) {
      request.selectors(DiscoverySelectors.selectClass(name));
    }
    LauncherDiscoveryRequest built = request.build();
    LauncherFactory.create().execute(built, new Teller());
    System.exit(0);
  }

  private static final class Teller implements TestExecutionListener {

    @Override
    public void executionFinished(TestIdentifier id, TestExecutionResult result) {
      boolean failed = result.getStatus() != TestExecutionResult.Status.SUCCESSFUL;
      if (id.isTest() || failed) {
        System.out.println(failed ? FAILED + name(id) + "\t" + trace(result) : PASSED + name(id));
      }
    }

    private static String name(TestIdentifier id) {
      return id.getLegacyReportingName();
    }

    private static String trace(TestExecutionResult result) {
      StringBuilder text = new StringBuilder();
      result.getThrowable().ifPresent(thrown -> describe(thrown, text));
      return text.toString();
    }

    private static void describe(Throwable thrown, StringBuilder text) {
      text.append(thrown.toString().replace('\n', '\t'));
      for (StackTraceElement element : thrown.getStackTrace()) {
        if (element.getClassName().startsWith("org.openhall")) {
          text.append("\t  at ").append(element);
        }
      }
      if (thrown.getCause() != null) {
        text.append("\tbecause of ");
        describe(thrown.getCause(), text);
      }
    }
  }
}
