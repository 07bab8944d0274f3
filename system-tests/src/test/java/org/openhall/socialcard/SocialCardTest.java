package org.openhall.socialcard;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A day at the card reader, and what was sent to the cards in it. */
@Timeout(600)
class SocialCardTest {

  private static final String SETUP =
      "ip link set lo up && mkdir -p /run/pcscd && mount -t tmpfs tmpfs /run/pcscd && exec \"$@\"";

  /** SELECT of the application and of two files, READ RECORD, GET RESPONSE; VERIFY is 20. */
  private static final Pattern PERMITTED =
      Pattern.compile(
          "00A404000F7378312E73682EC9E7BBE1B1A3D5CF|00A40[02]0002EF0[56]"
              + "|00B2[01][0-9A-F](04|00)[0-4][0-9A-F]|00C00000[0-9A-F]{2}");

  @TempDir Path folder;

  @Test
  void everyCardAndEveryFaultHasItsOutcomeAndNoPinIsEverSent() throws Exception {
    Map<String, String> seen = day();
    assertEquals(expected(), without(seen, "commands"));
    String[] commands = seen.getOrDefault("commands", "").replaceAll("[\\[\\]]", "").split(", ");
    assertTrue(commands.length > 10, () -> String.join(" ", commands));
    for (String command : commands) {
      assertTrue(PERMITTED.matcher(command).matches(), command);
    }
  }

  private static Map<String, String> expected() {
    String old = "V1 *******01 **丰 1****************X";
    String rare = "V3 *******03 ***𠮷 1****************X";
    Map<String, String> lines = new LinkedHashMap<>();
    lines.put("no service", "SERVICE_MISSING");
    lines.put("read without service", "unavailable SERVICE_MISSING");
    lines.put("service", "NONE");
    lines.put("social-1", old);
    lines.put("social-2", "V2 *******02 **玉 4****************4");
    lines.put("social-3", rare);
    lines.put("social-protected", "V3 *******04");
    lines.put("social-locked", "CardLocked");
    lines.put("other-card", "OtherCard");
    lines.put("social-mute", "unreadable SCARD_E_TIMEOUT");
    lines.put("social-unreadable", "unreadable SW 6F00");
    lines.put("social-garbage", "unreadable VERSION is not in record 3");
    lines.put("social-slips", "unreadable SCARD_W_REMOVED_CARD");
    lines.put("social-atr", "unreadable SCARD_E_PROTO_MISMATCH");
    lines.put("wrong-status", "unreadable SW 6F00");
    lines.put("after wrong-status", old);
    lines.put("truncated", "unreadable VERSION is cut off");
    lines.put("after truncated", old);
    lines.put("endless", "unreadable SCARD_E_TIMEOUT");
    lines.put("after endless", old);
    lines.put("mute", "unreadable SCARD_E_TIMEOUT");
    lines.put("after mute", old);
    lines.put("tear", "unreadable SCARD_W_REMOVED_CARD");
    lines.put("after tear", old);
    lines.put("first", rare);
    lines.put("left in", "NoCard");
    lines.put("next", old);
    lines.put("tries left", "3");
    lines.put("cancelled", "Cancelled");
    lines.put("none in time", "NoCard");
    lines.put("service gone", "SERVICE_MISSING");
    lines.put("service back", "NONE");
    lines.put("after restart", rare);
    lines.put("sun", "V2 *******02 **玉 4****************4");
    return lines;
  }

  private static Map<String, String> without(Map<String, String> lines, String key) {
    Map<String, String> left = new LinkedHashMap<>(lines);
    left.remove(key);
    return left;
  }

  private Map<String, String> day() throws IOException, InterruptedException {
    Process child = new ProcessBuilder(command()).redirectErrorStream(true).start();
    child.getOutputStream().close();
    Map<String, String> seen = new LinkedHashMap<>();
    List<String> rest = new ArrayList<>();
    try (var lines = child.inputReader(StandardCharsets.UTF_8)) {
      lines
          .lines()
          .forEach(line -> {
            String[] parts = line.replaceFirst("^##", "").split(": ", 2);
            if (line.startsWith("##")) {
              seen.put(parts[0], parts[1]);
            } else {
              rest.add(line);
            }
          });
    }
    assertEquals(0, child.waitFor(), () -> seen + "\n" + String.join("\n", rest));
    return seen;
  }

  private List<String> command() throws IOException {
    List<String> command = new ArrayList<>(List.of("unshare", "--mount", "--net"));
    if (!Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
      command.add("--map-root-user");
    }
    command.addAll(List.of("sh", "-c", SETUP, "sh"));
    command.addAll(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-Xmx128m",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Dstdout.encoding=UTF-8",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.io.tmpdir=" + System.getProperty("java.io.tmpdir"),
            "-cp",
            System.getProperty("java.class.path"),
            Counter.class.getName(),
            folder.resolve("hall").toString()));
    return command;
  }
}
