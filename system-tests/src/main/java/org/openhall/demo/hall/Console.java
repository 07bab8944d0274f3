package org.openhall.demo.hall;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The office's terminal window: runs its commands where they can be seen, and keeps what they
 * print.
 */
public final class Console implements AutoCloseable {

  private static final Duration COMMAND_LIMIT = Duration.ofMinutes(5);

  private final Path transcript;
  private final Program window;

  private Console(Path transcript, Program window) {
    this.transcript = transcript;
    this.window = window;
  }

  /** Opens the window and runs commands of {@code ./openhall} in a hall's folder. */
  public static Console open(Path folder, Rectangle place, List<String> commands)
      throws IOException, InterruptedException, HallException {
    Path logs = Files.createDirectories(folder.resolve("logs"));
    Path transcript = Files.createTempFile(logs, "console-", ".txt");
    Path ended = Path.of(transcript + ".status");
    Path script = Path.of(transcript + ".sh");
    Files.writeString(script, script(commands, folder, ended));
    // script(1) gives the commands a terminal of their own and keeps what they print
    String work =
        "script -qefc 'sh %s' %s; mv %s.part %s; exec sleep infinity"
            .formatted(script, transcript, ended, ended);
    Program window =
        Program.startCommand(logs, Map.of("LC_ALL", "C.UTF-8"), "xterm", xterm(place, work));
    Console console = new Console(transcript, window);
    console.awaitEnd(ended);
    return console;
  }

  private void awaitEnd(Path ended) throws IOException, InterruptedException, HallException {
    Await.until(
        "the office's commands end",
        COMMAND_LIMIT,
        () -> {
          window.requireRunning();
          return Files.exists(ended);
        });
    if (!Files.readString(ended).strip().equals("0")) {
      throw new HallException("the office's commands failed:\n" + text().strip());
    }
  }

  private static List<String> xterm(Rectangle place, String work) {
    String look = "-u8 -b 18 -bw 0 -fs 10 -bg #10243e -fg #e8eef6 +sb -geometry ";
    List<String> command = new ArrayList<>(List.of("xterm"));
    command.addAll(List.of("-fa", "DejaVu Sans Mono", "-fd", "Noto Sans CJK SC"));
    command.addAll(List.of((look + characters(place)).split(" ", -1)));
    command.addAll(List.of("-e", "sh", "-c", work));
    return command;
  }

  /** Shows each command as typed, then its output; stops at the first that fails. */
  private static String script(List<String> commands, Path folder, Path ended) {
    StringBuilder script = new StringBuilder("cd '" + folder + "'\nstatus=0\n");
    for (String command : commands) {
      script
          .append("[ $status -ne 0 ] || { printf '\\033[1m$ ./openhall %s\\033[0m\\n' '")
          .append(command)
          .append("'; '")
          .append(Program.home().resolve("openhall"))
          .append("' ")
          .append(command)
          .append(" || status=$?; echo; }\n");
    }
    return script + "echo $status >'" + ended + ".part'\n";
  }

  private static String characters(Rectangle place) {
    return "%dx%d+%d+%d"
        .formatted((place.width - 36) / 8, (place.height - 36) / 17, place.x, place.y);
  }

  /** Everything printed so far. */
  public String text() throws IOException {
    return Files.readString(transcript);
  }

  @Override
  public void close() {
    window.close();
  }
}
