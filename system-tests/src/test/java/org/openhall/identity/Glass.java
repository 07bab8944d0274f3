package org.openhall.identity;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.walk.KioskWindow;

/**
 * Finger and eyes on a kiosk's window, in a process of their own: in the tests' one the toolkit
 * that moves the pointer is without a display.
 */
final class Glass implements AutoCloseable {
  private final Process process;
  private final BufferedWriter to;
  private final BufferedReader from;

  /**
   * @param display where the kiosk is seen
   * @param witness the socket on which the kiosk tells what is seen
   */
  Glass(Display display, Rectangle place, Path witness) throws IOException {
    List<String> command = new ArrayList<>(display.env());
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-Xmx128m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), Glass.class.getName()));
    command.addAll(List.of(witness.toString(), place.width + "", place.height + ""));
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    to =
        new BufferedWriter(
            new OutputStreamWriter(process.getOutputStream(), StandardCharsets.UTF_8));
    from =
        new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
  }

  /** The other process: a command and an answer a line. */
  public static void main(String[] words)
      throws IOException, HallException, InterruptedException, AWTException {
    Rectangle place = new Rectangle(0, 0, Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    KioskWindow window = new KioskWindow(place, Path.of(words[0]));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] parts = line.split(" ", 2);
      System.out.write(
          (answer(window, place, parts[0], parts[1]) + "\n").getBytes(StandardCharsets.UTF_8));
      System.out.flush();
    }
  }

  private static String answer(KioskWindow window, Rectangle place, String word, String about)
      throws IOException, InterruptedException, AWTException {
    try {
      switch (word) {
        case "press" -> window.press(about);
        case "await" -> window.await(about);
        case "shows" -> {
          return Boolean.toString(window.shows(about));
        }
        case "see" -> {
          return window.awaitWords(List.of(about.split("\t", -1))).toString();
        }
        case "picture" ->
            ImageIO.write(new Robot().createScreenCapture(place), "png", new File(about));
        default -> throw new IllegalArgumentException(word);
      }
      return "";
    } catch (HallException e) {
      return "! " + String.valueOf(e.getMessage()).replace('\n', ' ');
    }
  }

  private String tell(String word, String about) {
    try {
      to.write(word + " " + about + "\n");
      to.flush();
      String answer = from.readLine();
      if (answer == null || answer.startsWith("!")) {
        throw new AssertionError(word + " " + about + ": " + answer);
      }
      return answer;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Presses what carries an id, once it is visible. */
  void press(String id) {
    var _ = tell("press", id);
  }

  /** Waits until something with this id is seen. */
  void await(String id) {
    var _ = tell("await", id);
  }

  /** Whether a word is seen now. */
  boolean shows(String word) {
    return tell("shows", word).equals("true");
  }

  /** Waits for words; those that never came, as a list. */
  String missing(String... words) {
    return tell("see", String.join("\t", words));
  }

  void picture(Path file) {
    var _ = tell("picture", file.toString());
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
