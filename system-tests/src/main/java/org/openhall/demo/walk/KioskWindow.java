package org.openhall.demo.walk;

import java.awt.AWTException;
import java.awt.Rectangle;
import java.awt.Robot;
import java.awt.event.InputEvent;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.ConnectException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.openhall.demo.hall.Await;
import org.openhall.demo.hall.Hall;
import org.openhall.demo.hall.HallException;
import org.openhall.demo.hall.Program;
import org.openhall.demo.witness.VisibleNode;

/** The kiosk's window as a person has it: a finger on the glass, and eyes. */
public final class KioskWindow {

  private static final Duration PATIENCE = Duration.ofMinutes(2);
  private static final Duration OPENING = Duration.ofSeconds(90);
  private static final int FINGER_MS = 40;

  private final Rectangle place;
  private final Path witness;
  private final Robot robot;
  private Optional<Program> program = Optional.empty();

  /**
   * A window that shows.
   *
   * @param place where, in pixels of the screen
   * @param witness the socket on which the kiosk tells what is seen
   */
  public KioskWindow(Rectangle place, Path witness) throws HallException {
    this.place = place;
    this.witness = witness;
    try {
      this.robot = new Robot();
    } catch (AWTException e) {
      throw new HallException("no X pointer on this display: " + e.getMessage());
    }
    robot.setAutoDelay(15);
  }

  /** Opens the kiosk of a hall in this window, and waits for its first words. */
  public void open(Hall hall) throws IOException, InterruptedException, HallException {
    String agent = "-javaagent:" + Program.jarOf("system-tests") + "=" + witness;
    Program kiosk = hall.startKiosk(place, Map.of("JDK_JAVA_OPTIONS", agent));
    program = Optional.of(kiosk);
    Await.until(
        "the kiosk shows its first words",
        OPENING,
        () -> {
          kiosk.requireRunning();
          return find(node -> !node.text().isEmpty()).isPresent();
        });
  }

  /** Waits until the kiosk has ended by itself, and opens it again. */
  void reopen(Hall hall) throws IOException, InterruptedException, HallException {
    Program ending = program.orElseThrow();
    Await.until("the kiosk ends by itself", PATIENCE, () -> !ending.running());
    Files.deleteIfExists(witness);
    open(hall);
  }

  /** Holds the upper left corner long enough for the service area. */
  void holdCorner() throws IOException, InterruptedException, HallException {
    robot.mouseMove(place.x + 40, place.y + 40);
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    try {
      await("pin-enter");
    } finally {
      robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
    }
  }

  /**
   * Draws a finger from edge to edge through the rows of the window, there and back.
   *
   * @param rows of all, from the top
   * @param of how many rows it has, and in each columns
   */
  void sweep(int rows, int of, int columns) {
    for (int row = 0; row < rows; row++) {
      int y = place.y + place.height * (2 * row + 1) / (2 * of);
      for (int i = 0; i < columns; i++) {
        int column = row % 2 == 0 ? i : columns - 1 - i;
        robot.mouseMove(place.x + place.width * (2 * column + 1) / (2 * columns), y);
        if (row == 0 && i == 0) {
          robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
        }
      }
    }
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
  }

  /** Everything visible now; empty before the first window. */
  List<VisibleNode> look() throws IOException {
    if (!Files.exists(witness)) {
      return List.of();
    }
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(witness))) {
      ByteArrayOutputStream answer = new ByteArrayOutputStream();
      Channels.newInputStream(channel).transferTo(answer);
      return answer.toString(StandardCharsets.UTF_8).lines().map(VisibleNode::ofLine).toList();
    } catch (ConnectException notListeningYet) {
      return List.of();
    }
  }

  /** The words of the list that no visible text contains. */
  List<String> missing(List<String> words) throws IOException {
    List<String> texts = look().stream().map(VisibleNode::text).toList();
    return words.stream()
        .filter(word -> texts.stream().noneMatch(text -> text.contains(word)))
        .toList();
  }

  /** Whether a word is visible now. */
  public boolean shows(String word) throws IOException {
    return missing(List.of(word)).isEmpty();
  }

  /** Waits until every word is visible; returns those that never came. */
  public List<String> awaitWords(List<String> words) throws IOException, InterruptedException {
    try {
      Await.until("words", PATIENCE, () -> missing(words).isEmpty());
      return List.of();
    } catch (HallException late) {
      return missing(words);
    }
  }

  /** Presses what carries an id, once it is visible. */
  public void press(String id) throws IOException, InterruptedException, HallException {
    tap(await("something with the id " + id, node -> node.own() && node.id().equals(id)));
  }

  /** Where something with this id is seen; waits for it. */
  public Rectangle await(String id) throws IOException, InterruptedException, HallException {
    return await("something with the id " + id, node -> node.own() && node.id().equals(id))
        .bounds();
  }

  /** Presses the first thing whose own id begins with a prefix. */
  void pressFirst(String prefix) throws IOException, InterruptedException, HallException {
    tap(awaitFirst(prefix));
  }

  /** Where the first thing is seen whose own id begins with a prefix; waits for it. */
  public Rectangle awaitFirst(String prefix)
      throws IOException, InterruptedException, HallException {
    return await("an id that begins with " + prefix, n -> n.own() && n.id().startsWith(prefix))
        .bounds();
  }

  /** Presses the middle of a place. */
  public void press(Rectangle place) {
    tap(place);
  }

  /** Presses the first visible text that contains a word. */
  void pressText(String word) throws IOException, InterruptedException, HallException {
    tap(await("the text " + word, node -> node.text().contains(word)));
  }

  /** Presses anywhere in the middle of the window. */
  public void pressAnywhere() {
    tap(place);
  }

  private VisibleNode await(String what, Predicate<VisibleNode> wanted)
      throws IOException, InterruptedException, HallException {
    Await.until(what + " is visible", PATIENCE, () -> find(wanted).isPresent());
    return find(wanted).orElseThrow(() -> new HallException(what + " went away"));
  }

  Optional<VisibleNode> find(Predicate<VisibleNode> wanted) throws IOException {
    return look().stream().filter(wanted).findFirst();
  }

  private void tap(VisibleNode node) {
    tap(node.bounds());
  }

  private void tap(Rectangle bounds) {
    robot.mouseMove((int) bounds.getCenterX(), (int) bounds.getCenterY());
    robot.mousePress(InputEvent.BUTTON1_DOWN_MASK);
    robot.delay(FINGER_MS);
    robot.mouseRelease(InputEvent.BUTTON1_DOWN_MASK);
  }

  /** The pixels of a part of the screen, once something is painted there. */
  BufferedImage pixels(Rectangle part) throws IOException, InterruptedException {
    try {
      Await.until("something is painted", PATIENCE, () -> painted(robot.createScreenCapture(part)));
    } catch (HallException nothing) {
      System.err.println(nothing.getMessage() + " at " + part);
    }
    return robot.createScreenCapture(part);
  }

  /** A fingerprint of a part of the screen, taken when it no longer changes. */
  int settled(Rectangle part) throws IOException, InterruptedException, HallException {
    int[] last = {fingerprint(part)};
    Await.until(
        "the picture at " + part + " is still",
        PATIENCE,
        () -> {
          robot.delay(150);
          int before = last[0];
          last[0] = fingerprint(part);
          return last[0] == before;
        });
    return last[0];
  }

  private int fingerprint(Rectangle part) {
    BufferedImage image = robot.createScreenCapture(part);
    return Arrays.hashCode(
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()));
  }

  /** Waits until every pixel of the window has one colour; 0xRRGGBB. */
  void awaitColour(int rgb) throws IOException, InterruptedException, HallException {
    Await.until(
        "the whole window is %06x".formatted(rgb),
        PATIENCE,
        () -> {
          BufferedImage now = glance(place);
          return !painted(now) && (now.getRGB(0, 0) & 0xffffff) == rgb;
        });
  }

  /** The pixels of a part of the screen as they are. */
  BufferedImage glance(Rectangle part) {
    return robot.createScreenCapture(part);
  }

  private static boolean painted(BufferedImage image) {
    int first = image.getRGB(0, 0);
    for (int y = 0; y < image.getHeight(); y += 7) {
      for (int x = 0; x < image.getWidth(); x += 7) {
        if (image.getRGB(x, y) != first) {
          return true;
        }
      }
    }
    return false;
  }
}
