package org.openhall.office.desk.preview;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openhall.link.render.RenderOrder;
import org.openhall.link.render.RenderPart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The terminal's program {@code org.openhall.kiosk.render.RenderMain} in a process of its own, with
 * little memory and time, and walls around it: as a unit of systemd where the package installed
 * one, else as a child within {@link Walls}. Without walls nothing is drawn. The office knows the
 * program by its class path alone.
 */
public final class RenderChild {
  /** Names the class path of the terminal's program, where it does not lie beside the office's. */
  public static final String CLASS_PATH = "openhall.render.classpath";

  /** Where the unit of the package listens. */
  static final Path SOCKET = Path.of("/run/openhall-render.socket");

  private static final Logger LOG = LoggerFactory.getLogger(RenderChild.class);
  private static final String MAIN = "org.openhall.kiosk.render.RenderMain";
  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private final Optional<String> classPath;
  private final Path socket;
  private final String main;
  private final Duration patience;

  /** Of the program that is installed here. */
  public RenderChild() {
    this(installed(), SOCKET, MAIN, PATIENCE);
  }

  RenderChild(Optional<String> classPath, Path socket, String main, Duration patience) {
    this.classPath = classPath.map(Walls::absolute);
    this.socket = socket;
    this.main = main;
    this.patience = patience;
  }

  /** What came of drawing. */
  public enum Outcome {
    DRAWN,
    /** Drawn, but the page goes on. */
    CUT,
    /** Such records have no page of their own. */
    NO_PAGE,
    /** A record cannot be read. */
    BAD_RECORD,
    OUT_OF_MEMORY,
    TOO_SLOW,
    /** It broke; what it said is in the log. */
    BROKEN,
    /** The terminal's program is not installed here. */
    NOT_INSTALLED,
    /** Nothing here keeps it from what it must not see. */
    NO_WALLS
  }

  /** Hears of a picture. */
  public interface Taker {
    void take(RenderPart.Picture picture) throws IOException;
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
   * Draws.
   *
   * @param records canonical JSON of whatever the page refers to
   */
  public Outcome draw(RenderOrder order, Collection<byte[]> records, Taker taker)
      throws IOException, InterruptedException {
    if (Files.exists(socket)) {
      return ask(RenderLine.ofUnit(socket), order, records, taker);
    } else if (classPath.isEmpty()) {
      return Outcome.NOT_INSTALLED;
    } else if (!Walls.stand()) {
      return Outcome.NO_WALLS;
    }
    List<String> command = new ArrayList<>(Walls.around(classPath.get()));
    command.addAll(java(classPath.get()));
    Process child =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    return ask(RenderLine.of(child), order, records, taker);
  }

  private Outcome ask(RenderLine line, RenderOrder order, Collection<byte[]> records, Taker taker) {
    AtomicBoolean late = new AtomicBoolean();
    CompletableFuture<Void> end =
        CompletableFuture.runAsync(
            () -> {
              late.set(true);
              line.close();
            },
            CompletableFuture.delayedExecutor(patience.toMillis(), TimeUnit.MILLISECONDS));
    try (line) {
      try (OutputStream out = new BufferedOutputStream(line.out())) {
        order.write(out, records);
      }
      RenderPart.End said =
          pictures(new DataInputStream(new BufferedInputStream(line.in())), taker);
      return outcome(said);
    } catch (IOException e) {
      LOG.warn("The program that draws previews ended before it was done", e);
      return late.get() ? Outcome.TOO_SLOW : Outcome.BROKEN;
    } finally {
      end.cancel(false);
    }
  }

  private static RenderPart.End pictures(DataInputStream in, Taker taker) throws IOException {
    while (true) {
      switch (RenderPart.read(in)) {
        case RenderPart.Picture picture -> taker.take(picture);
        case RenderPart.End end -> {
          return end;
        }
      }
    }
  }

  private static Outcome outcome(RenderPart.End end) {
    if (!end.words().isEmpty()) {
      LOG.warn("A preview could not be drawn: {} {}", end.result(), end.words());
    }
    return switch (end.result()) {
      case DRAWN -> Outcome.DRAWN;
      case CUT -> Outcome.CUT;
      case NO_PAGE -> Outcome.NO_PAGE;
      case BAD_RECORD -> Outcome.BAD_RECORD;
      case OUT_OF_MEMORY -> Outcome.OUT_OF_MEMORY;
      case FAULT -> Outcome.BROKEN;
    };
  }

  private List<String> java(String classPath) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xlog:disable", // what Java itself has to say does not go among the pictures
        "-Xlog:all=warning:stderr",
        "-Xmx384m",
        "-XX:MaxDirectMemorySize=192m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-XX:ErrorFile=/dev/null",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Duser.home=/tmp",
        "-cp",
        classPath,
        main);
  }
}
