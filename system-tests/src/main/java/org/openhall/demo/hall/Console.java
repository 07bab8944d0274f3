package org.openhall.demo.hall;

import java.awt.Rectangle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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

  /** Opens the window and runs the commands of {@code ./openhall}, one after another. */
  public static Console open(Path logs, Rectangle place, List<String> commands)
      throws IOException, InterruptedException, HallException {
    Files.createDirectories(logs);
    Path transcript = Files.createTempFile(logs, "console-", ".txt");
    Path ended = Path.of(transcript + ".status");
    Path script = Path.of(transcript + ".sh");
    Files.writeString(script, script(commands, transcript, ended));
    Program window =
        Program.startCommand(
            logs,
            Map.of("LC_ALL", "C.UTF-8"),
            "xterm",
            List.of(
                "xterm",
                "-u8",
                "-b",
                "18",
                "-bw",
                "0",
                "-fa",
                "Noto Sans Mono CJK SC",
                "-fs",
                "12",
                "-bg",
                "#10243e",
                "-fg",
                "#e8eef6",
                "+sb",
                "-geometry",
                characters(place),
                "-e",
                "sh",
                script.toString()));
    Await.until(
        "the office's commands end",
        COMMAND_LIMIT,
        () -> {
          window.requireRunning();
          return Files.exists(ended);
        });
    String status = Files.readString(ended).strip();
    Console console = new Console(transcript, window);
    if (!status.equals("0")) {
      throw new HallException("the office's commands failed:\n" + console.text().strip());
    }
    return console;
  }

  /** Shows each command as typed, then its output; stops at the first that fails. */
  private static String script(List<String> commands, Path transcript, Path ended) {
    StringBuilder script = new StringBuilder("cd '" + Program.home() + "'\n{ status=0\n");
    for (String command : commands) {
      script
          .append("[ $status -ne 0 ] || { printf '\\033[1m$ %s\\033[0m\\n' './openhall ")
          .append(command.replace("'", "'\\''"))
          .append("'; ./openhall ")
          .append(command)
          .append(" 2>&1 || status=$?; }\n");
    }
    return script
        + "echo $status >'"
        + ended
        + ".part'; } | tee '"
        + transcript
        + "'\n"
        + "mv '"
        + ended
        + ".part' '"
        + ended
        + "'\nexec sleep infinity\n";
  }

  private static String characters(Rectangle place) {
    return "%dx%d+%d+%d".formatted(place.width / 10 - 4, place.height / 25 - 2, place.x, place.y);
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
