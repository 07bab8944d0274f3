package org.openhall.demo.chaos;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openhall.demo.chaos.PowerCut.Fate;
import org.openhall.demo.chaos.PowerCut.Fate.Part;

/** What a power cut leaves of a file that is replaced, read from a trace as strace writes it. */
class PowerCutTest {
  private @TempDir Path dir;
  private Path folder = Path.of("");

  @BeforeEach
  void oldFile() throws IOException {
    folder = Files.createDirectories(dir.resolve("terminal"));
    Files.createDirectory(folder.resolve("d"));
    Files.writeString(folder.resolve("d/f"), "old");
  }

  private String hex(String text) {
    return "\"\\x" + HexFormat.ofDelimiter("\\x").formatHex(text.getBytes(UTF_8)) + "\"";
  }

  private String path(String name) {
    return hex(folder.resolve(name).toString());
  }

  private String descriptor(String path) {
    return "7<" + hex(path).replace("\"", "") + ">";
  }

  /** Replaces {@code f}; with or without waiting for the disk. */
  private List<Call> replacing(boolean forced) throws IOException {
    String sync = forced ? "" : " (INJECTED)";
    String file = descriptor(folder.resolve("d/g").toString());
    String parent = descriptor(folder.resolve("d").toString());
    List<String> trace =
        List.of(
            "5 openat(AT_FDCWD<\\x2f>, %s, O_WRONLY|O_CREAT, 0666) = %s"
                .formatted(path("d/g"), file),
            "5 write(%s, %s, 3 <unfinished ...>".formatted(file, hex("new")),
            "6 +++ exited with 0 +++",
            "5 <... write resumed>) = 3",
            "5 fsync(%s) = 0%s".formatted(file, sync),
            "5 rename(%s, %s) = 0".formatted(path("d/g"), path("d/f")),
            "5 fsync(%s) = 0%s".formatted(parent, sync),
            "5 unlink(%s) = -1 ENOENT (No such file or directory)".formatted(path("d/h")));
    return Recording.read(Files.write(dir.resolve("trace"), trace), folder);
  }

  private Map<String, String> left(List<Call> calls, int cut, Fate fate) throws IOException {
    Map<String, String> texts = new TreeMap<>();
    new PowerCut(folder, calls)
        .left(cut, fate)
        .forEach((name, bytes) -> texts.put(name, new String(bytes, UTF_8)));
    return texts;
  }

  @Test
  void whatWasForcedIsThere() throws IOException {
    List<Call> calls = replacing(true);
    assertEquals(5, calls.size(), calls::toString);
    assertEquals(Map.of("d/f", "new"), left(calls, 5, _ -> Part.NONE));
    assertEquals(Map.of("d/f", "old"), left(calls, 4, _ -> Part.NONE), "the name was not forced");
    assertEquals(Map.of("d/f", "new"), left(calls, 4, _ -> Part.ALL));
  }

  @Test
  void whatWasNotForcedMayBeThereInPart() throws IOException {
    List<Call> calls = replacing(false);
    assertEquals(3, calls.size());
    assertEquals(Map.of("d/f", "old"), left(calls, 3, _ -> Part.NONE));
    assertEquals(
        Map.of("d/f", ""),
        left(calls, 3, n -> n == 2 ? Part.ALL : Part.NONE),
        "a name without data");
    assertEquals(
        Map.of("d/f", "n"), left(calls, 3, n -> n == 1 ? Part.HALF : Part.ALL), "half of the data");
    assertEquals(Map.of("d/f", "old", "d/g", "new"), left(calls, 2, _ -> Part.ALL));
  }

  @Test
  void aCallIsCountedUponItsFileAsStraceCounts() throws IOException {
    assertEquals(
        List.of("openat 1", "write 1", "fsync 1", "rename 1", "fsync 1"),
        replacing(true).stream().map(call -> call.name() + " " + call.ordinal()).toList());
  }
}
